"""What the editor may choose, each with its type, its default and one line of help.

The file is ``settings.toml`` in the user's configuration folder (``$COPYDESK_CONFIG``, where it is set). What it does
not name has its default; a name that is none, or a value of another type, is refused with its place.
"""

from __future__ import annotations

import functools
import os
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

from editor import saving
from editor.saying import mark


class SettingsError(ValueError):
    """The settings file can't be read: names the file, the place and what to do."""


Part = Literal["general", "checks", "stylebook", "grammar", "dictionaries", "keys"]
"""The parts that settings fall into, as the settings window shows them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the settings window shows a setting: its title there, its part, and what its value names or may be."""

    title: str
    part: Part = "general"
    place: Literal["", "folder", "program"] = ""
    """What a path leads to; empty: the value is no path."""
    least: int | None = None
    most: int | None = None
    labels: tuple[str, ...] = ()
    """What each of a few values is called, in their order."""
    row: bool = True
    """Whether it has a row of its own; what is not one has a page that shows it better."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice of the editor's, with its default."""

    theme: Annotated[
        Literal["system", "light", "dark"],
        mark("Light or dark, or as the system has it."),
        Shown(mark("Colours"), labels=(mark("As the system has it"), mark("Light"), mark("Dark"))),
    ] = "system"
    zoom: Annotated[
        int, mark("The size of the text, in per cent."), Shown(mark("Size of the text"), least=60, most=300)
    ] = 100
    face: Annotated[
        str,
        mark("The typeface that articles are read in; empty: a serif made for reading."),
        Shown(mark("Typeface of the text")),
    ] = ""
    measure: Annotated[
        int,
        mark("How many letters a line of the text is to hold; 45 to 75 read well."),
        Shown(mark("Letters in a line"), least=40, most=120),
    ] = 66
    invisibles: Annotated[
        bool,
        mark("Whether blanks, no-break spaces, tabs and ends of paragraphs are shown."),
        Shown(mark("Show invisible characters")),
    ] = False
    typewriter: Annotated[
        bool,
        mark("Whether the line one writes in stays in the middle of the window."),
        Shown(mark("Typewriter scrolling")),
    ] = False
    interface: Annotated[
        Literal["system", "en", "de", "es"],
        mark("The language from the next start on; of German and Spanish so far the findings only."),
        Shown(mark("Language"), labels=(mark("As the system has it"), "English", "Deutsch", "Español")),
    ] = "system"
    long_sentence: Annotated[
        int,
        mark("A sentence of more words than this is shown as long; 25 is the most that GOV.UK's style guide has."),
        Shown(mark("Long sentences"), least=10, most=100),
    ] = 25
    strip: Annotated[
        bool,
        mark("Whether a strip beside the scroll bar shows where the findings are, and what is said again."),
        Shown(mark("Strip beside the scroll bar")),
    ] = True
    name: Annotated[
        str,
        mark("The name that decisions are kept under; empty: that of the system's user."),
        Shown(mark("Your name")),
    ] = ""
    grammar: Annotated[
        bool,
        mark("Whether the window asks LanguageTool for grammar and spelling."),
        Shown(mark("Check grammar"), "grammar"),
    ] = True
    languagetool: Annotated[
        str,
        mark("The folder of another LanguageTool than Copydesk's own."),
        Shown(mark("Another LanguageTool"), "grammar", "folder"),
    ] = ""
    java: Annotated[
        str,
        mark("The Java that runs LanguageTool; empty: the first one that is found."),
        Shown(mark("Java"), "grammar", "program"),
    ] = ""
    stylebook: Annotated[
        str,
        mark("The folder of the newsroom's own stylebook, of files like those in resources/stylebook."),
        Shown(mark("Folder of your own stylebook"), "stylebook", "folder"),
    ] = ""
    paraphrase: Annotated[
        bool,
        mark("Whether a language model, where it is installed, looks for points made twice; about 20 ms a sentence."),
        Shown(mark("Find points made twice in other words")),
    ] = False
    dictionary: Annotated[
        str,
        mark("The desk's shared dictionary: a file of words, one a line, or a folder of such files."),
        Shown(mark("The desk's dictionary"), "dictionaries"),
    ] = ""
    preset: Annotated[
        str,
        mark("Whose keys the window has: those of resources/keys with this name."),
        Shown(mark("Keys like those of"), "keys", row=False),
    ] = "copydesk"
    keys: Annotated[
        dict[str, list[str]],
        mark("The keys of actions that have others than the preset gives them, by the actions' names."),
        Shown(mark("Keys"), "keys", row=False),
    ] = field(default_factory=dict)
    off: Annotated[
        list[str], mark("The names of checks that are not to run."), Shown(mark("Checks"), "checks", row=False)
    ] = field(default_factory=list)
    checks: Annotated[
        dict[str, dict[str, Any]],
        mark("Options of checks, by their names."),
        Shown(mark("Options of checks"), "checks", row=False),
    ] = field(default_factory=dict)

    def options(self) -> dict[str, dict[str, object]]:
        """The options of every check, for the checker."""
        said: dict[str, dict[str, object]] = {name: dict(options) for name, options in self.checks.items()}
        engine = {"folder": self.languagetool, "java": self.java}
        if given := {name: value for name, value in engine.items() if value}:
            said["grammar"] = given | said.get("grammar", {})
        if self.stylebook:
            said.setdefault("stylebook", {}).setdefault("folder", str(Path(self.stylebook).expanduser()))
        if places := self.dictionaries():
            said["grammar"] = {"dictionaries": places} | said.get("grammar", {})
        if self.paraphrase:
            said["same_point"] = {"paraphrase": True} | said.get("same_point", {})
        return said

    def dictionaries(self) -> list[str]:
        """Where the words are that the editor and the desk have taken up; the editor's own where there are any."""
        mine = own_dictionary()
        shared = [str(Path(self.dictionary).expanduser())] if self.dictionary else []
        return [*([str(mine)] if mine.exists() else []), *shared]


def own_dictionary() -> Path:
    """The editor's own dictionary, which is made with its first word."""
    return path().parent / "dictionary.txt"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is known of one setting: its name in the file, its type, its line of help, its default, how it is shown."""

    name: str
    kind: Any
    help: str
    default: Any
    shown: Shown


@functools.cache
def choices() -> tuple[Choice, ...]:
    """Every setting, in the order of the file; one that says nothing of how it is shown has its name for a title."""
    hints, defaults, made = get_type_hints(Settings, include_extras=True), Settings(), []
    for one in fields(Settings):
        kind, words, *more = get_args(hints[one.name])
        shown = more[0] if more else Shown(one.name.replace("_", " ").capitalize())
        made.append(Choice(one.name, kind, words, getattr(defaults, one.name), shown))
    return tuple(made)


def help_of(name: str) -> str:
    """The line of help of a setting. Raises KeyError for a name that is none."""
    return {choice.name: choice.help for choice in choices()}[name]


def path() -> Path:
    """Where the settings file is, or would be."""
    if folder := os.environ.get("COPYDESK_CONFIG"):
        return Path(folder) / "settings.toml"
    import platformdirs

    return Path(platformdirs.user_config_dir("copydesk", appauthor=False)) / "settings.toml"


def data_folder() -> Path:
    """The user's data folder; the environment's COPYDESK_DATA names another."""
    if named := os.environ.get("COPYDESK_DATA"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("copydesk", appauthor=False)


def load(file: Path | None = None) -> Settings:
    """The user's settings. Raises SettingsError."""
    file = file or path()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: can't be read ({error}). Mend it, or move it away.") from None
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: {error}. Mend the line, or move the file away.") from None
    known = get_type_hints(Settings)
    for name in said:
        if name not in known:
            raise SettingsError(f"{file}: {name} is no setting. There are: {', '.join(known)}.")
    return _converted(said, f"{file}: {{}}. Mend it, or take the line out.")


def checked(settings: Settings) -> Settings:
    """The same settings, each value held against its type. Raises SettingsError."""
    return _converted({f.name: getattr(settings, f.name) for f in fields(settings)}, "{}")


def _converted(said: Mapping[str, Any], refusal: str) -> Settings:
    import msgspec

    try:
        made = msgspec.convert(said, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(refusal.format(error)) from None
    for choice in choices():
        least, most = choice.shown.least, choice.shown.most
        if least is not None and most is not None and not least <= getattr(made, choice.name) <= most:
            raise SettingsError(refusal.format(f"{choice.name} needs to be between {least} and {most}"))
    return made


def write(changes: Mapping[str, Any], file: Path | None = None) -> None:
    """Changes these settings in the user's file; what has its default again is taken out of it.

    Comments, order and whatever else the file says stay as they are. Raises SettingsError where the file can't be
    read or written; it is as it was then.
    """
    import tomlkit

    file = file or path()
    load(file)
    before = file.read_bytes() if file.exists() else None
    document = tomlkit.parse(before.decode("utf-8") if before else "")
    defaults = Settings()
    for name, value in changes.items():
        if value == getattr(defaults, name):
            document.pop(name, None)
        else:
            _put(document, name, value)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        saving.save(file, tomlkit.dumps(document).encode(), expected=saving.sha256(before) if before else None)
    except (OSError, saving.SaveRefused) as error:
        raise SettingsError(f"The settings were not written: {error}") from None


def _put(table: MutableMapping[str, Any], name: str, value: Any) -> None:
    """Writes a value into a table of the file; of a table in it only what differs, so that its comments stay."""
    there = table.get(name)
    if not isinstance(value, Mapping) or not isinstance(there, MutableMapping):
        table[name] = value
        return
    for gone in [one for one in there if one not in value]:
        del there[gone]
    for one, said in value.items():
        if there.get(one) != said:
            _put(there, one, said)
