"""The page of a check: its family, the sentences that an editor reads, and the examples that are its tests."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import Any, cast

from editor import resources
from editor.article import Span
from editor.finding import CONFIDENCES, FAMILIES, Confidence, Family, Finding, Fix


class PageError(ValueError):
    """A page that can't be read: says which, and where."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a page. `marks` are the findings that it must give, each its span and its evidence's spans."""

    text: str
    marks: tuple[tuple[Span, tuple[Span, ...]], ...]
    line: int
    expects: dict[str, str] = field(default_factory=dict, compare=False)
    """What stands below the text: fix, rule, confidence, date, leaves, language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A check's page: `rules` and `labels` are its sentences by name, `body` the explanation in Markdown."""

    name: str
    title: str
    family: Family
    rules: dict[str, str]
    labels: dict[str, str]
    body: str
    examples: tuple[Example, ...]
    confidence: tuple[Confidence, ...] = ()
    """How sure its findings may be, the surest first."""
    options: dict[str, str] = field(default_factory=dict)
    """What each of the check's options is, in a line."""

    @property
    def summary(self) -> str:
        """The first sentence of the explanation, without its signs of Markdown."""
        body = _EXAMPLE.sub("", self.body)
        words = next(
            (" ".join(block.split()) for block in body.split("\n\n") if block.strip()[:1] not in ("", "#")), ""
        )
        return re.sub(r"[*`]|\[(.+?)\]\([^)]*\)", r"\1", _SENTENCE.split(words, 1)[0])


_spoken = {"language": "en"}


def speak(language: str) -> None:
    """From now on pages are in this language (a folder of resources/i18n, or "en"), where they have been translated."""
    _spoken["language"] = language


def page(name: str) -> Page:
    """The page of the check `name`, in the language that is spoken.

    Raises PageError with the line at fault, KeyError where there is no such check.
    """
    return _page(name, _spoken["language"])


@functools.cache
def _page(name: str, language: str) -> Page:
    if language != "en":
        original = _page(name, "en")
        try:
            return translated(original, resources.text("i18n", language, "checks", f"{name}.md"))
        except OSError:
            return original
    try:
        text = resources.text("checks", f"{name}.md")
    except OSError:
        raise KeyError(name) from None
    return parsed(name, text)


def translated(original: Page, text: str) -> Page:
    """The page in another language: `text` has its rules, labels and explanation, the original family and examples.

    A sentence that `text` lacks stays as it was. Raises PageError.
    """
    head, body, _ = _parts(original.name, text)
    examples = "\n\n".join(match[0] for match in _EXAMPLE.finditer(original.body))
    return replace(
        original,
        title=_title(body, original.title),
        rules=original.rules | head.get("rules", {}),
        labels=original.labels | head.get("labels", {}),
        options=original.options | head.get("options", {}),
        body=f"{body.strip()}\n\n{examples}",
    )


@functools.cache
def family(name: str) -> Family:
    """The family of the check `name`, from the head of its page alone. Raises KeyError where there is no such check."""
    try:
        with resources.folder().joinpath("checks", f"{name}.md").open(encoding="utf-8") as lines:
            said = next((line for line in lines if line.startswith("family")), "")
    except OSError:
        raise KeyError(name) from None
    found = said.partition("=")[2].strip().strip('"')
    if found not in FAMILIES:
        raise PageError(f"{name}.md: needs a line family, one of {', '.join(FAMILIES)}")
    return found


def message(found: Finding) -> str:
    """The sentence that an editor reads: the page's text for the finding's rule, filled with its values."""
    return page(found.check).rules[found.rule].format_map(dict(found.values))


def label(found: Finding, name: str) -> str:
    """A label of a fix or an evidence's note, filled with the finding's values."""
    return page(found.check).labels[name].format_map(dict(found.values)) if name else ""


def fix_label(found: Finding, fix: Fix) -> str:
    return label(found, fix.label)


_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z“])")
_PAGE = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
_EXAMPLE = re.compile(r"^```(flag|pass)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_EXPECTS = re.compile(r"^(fix|rule|confidence|date|leaves|language): (.*)", re.MULTILINE)
_MARK = re.compile(r"\[\[(?:(\d*)(\+?):|(\+))?|\]\]")


def parsed(name: str, text: str) -> Page:
    """The page in `text`. `[[…]]` is a finding's span, `[[+…]]` its evidence, `[[2:…]]` and `[[2+:…]]` a second's."""
    head, body, offset = _parts(name, text)
    if head.get("family") not in FAMILIES or not head.get("rules"):
        raise PageError(f"{name}.md: line 2: needs family, one of {', '.join(FAMILIES)}, and [rules]")
    examples = tuple(
        example(match[1], match[2], offset + body.count("\n", 0, match.start()), name)
        for match in _EXAMPLE.finditer(body)
    )
    labels = cast("dict[str, str]", head.get("labels", {}))
    return Page(
        name,
        _title(body, name),
        cast("Family", head["family"]),
        head["rules"],
        labels,
        body.strip(),
        examples,
        tuple(one for one in CONFIDENCES if one in head.get("confidence", ())),
        head.get("options", {}),
    )


def _parts(name: str, text: str) -> tuple[dict[str, Any], str, int]:
    """What the head says, the body, and in which line that begins."""
    whole = _PAGE.fullmatch(text)
    if not whole:
        raise PageError(f"{name}.md: line 1: the page must open with TOML between lines of +++")
    try:
        head = tomllib.loads(whole[1])
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{name}.md: {error}") from None
    return head, whole[2], text.count("\n", 0, whole.start(2)) + 1


def _title(body: str, otherwise: str) -> str:
    return next((line[2:] for line in body.splitlines() if line.startswith("# ")), otherwise)


def example(kind: str, block: str, line: int = 1, name: str = "example") -> Example:
    """The example in `block`, a flag or a pass. Raises PageError where its marks are not those of its kind."""
    cut = next(_EXPECTS.finditer(block), None)
    shown = block[: cut.start()] if cut else block
    expects = {m[1]: m[2].replace("\\n", "\n") for m in _EXPECTS.finditer(block)}
    shown, spans = _unmarked(shown.rstrip("\n"))
    numbers = sorted({n for n, plus, _ in spans if not plus})
    marks = tuple(
        (
            next(span for n, plus, span in spans if n == number and not plus),
            tuple(span for n, plus, span in spans if n == number and plus),
        )
        for number in numbers
    )
    if (kind == "flag") != bool(marks):
        raise PageError(f"{name}.md: line {line}: a flag marks its finding with [[…]], a pass has none")
    return Example(shown, marks, line, expects)


def _unmarked(shown: str) -> tuple[str, list[tuple[int, bool, Span]]]:
    """The text without its marks, and each mark's number, whether it is evidence, and place. Marks may nest."""
    plain, at = "", 0
    spans: list[tuple[int, bool, Span]] = []
    open_: list[tuple[int, bool, int]] = []
    for match in _MARK.finditer(shown):
        plain, at = plain + shown[at : match.start()], match.end()
        if match[0] == "]]":
            number, plus, start = open_.pop()
            spans.append((number, plus, Span(start, len(plain))))
        else:
            open_.append((int(match[1] or 1), bool(match[2] or match[3]), len(plain)))
    return plain + shown[at:], spans
