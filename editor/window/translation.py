"""The window's words in the editor's language: every string that is shown goes through `tr`.

The translations are resources/i18n/window_LANGUAGE.ts, which packaging/translations.py keeps in step with the code and
compiles; a check's words are in its page (`editor.pages.speak`). A language is a line in `LANGUAGES`, its .ts and,
where somebody has translated them, the pages in resources/i18n/LANGUAGE/checks.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from editor import pages, resources
from editor.saying import Said

LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""The languages that the window speaks, each by its own name."""
WHOLE = ("en",)
"""Those that it speaks throughout: the system's language is followed among them. In the others the checks' pages and
Qt's dialogs are translated, and the window's own words not yet."""
_in_force: list[QTranslator] = []


def tr(words: str, about: str = "", count: int = -1) -> str:
    """These words in the language of the window; themselves, where it has none for them.

    `about` tells the translator apart what English says in one word. With a `count` the words have a `%n` for it, and
    the form for that number is taken: `tr("%n finding(s)", "", 3)`. Both are given by place, as literals, for that is
    how pyside6-lupdate finds them. What is put in comes afterwards: `tr("Saved {name}.").format(name=…)`.
    """
    said = QCoreApplication.translate("", words, about or None, count)
    # Qt puts the figures in alone: the language's own way of grouping them is put in their place.
    return said.replace(str(count), QLocale().toString(count)) if count >= 1000 else said


def told(said: Said | str) -> str:
    """A sentence that came from below the window, in its language; a plain string as it is."""
    if isinstance(said, str):
        return said
    words = tr(said.words, said.about, said.count)
    return words.format(**dict(said.values)) if said.values else words


def language_of(chosen: str) -> str:
    """The language that a choice means: "system" is the first of the system's that is `WHOLE`, else English."""
    if chosen in LANGUAGES:
        return chosen
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in WHOLE), "en")


def use(app: QApplication, chosen: str) -> None:
    """Has every window that is made from now on speak this language, Qt's own dialogs and the checks' pages too."""
    language = language_of(chosen)
    for translator in _in_force:
        app.removeTranslator(translator)
    _in_force.clear()
    ours, qt = str(resources.folder() / "i18n"), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # English comes first: it has the plurals of what the language lacks.
    for name, folder in ((f"qtbase_{language}", qt), ("window_en", ours), (f"window_{language}", ours)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _in_force.append(translator)
    locale = QLocale(language)
    QLocale.setDefault(QLocale.system() if QLocale.system().language() is locale.language() else locale)
    app.setLayoutDirection(locale.textDirection())
    pages.speak(language)
