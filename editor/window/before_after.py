"""What a fix does to the text, as runs: a few words around each edit, taken out ones struck, put in ones underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.article import Edit, Span
from editor.window.words import Run

NEAR = 28
"""How many characters around an edit are shown with it."""


def marked(text: str, span: Span, marks: Iterable[Span], cut: tuple[bool, bool] = (False, False)) -> list[Run]:
    """Words of the article with places marked."""
    runs, at = [Run("… ", "muted")] if cut[0] else [], span.start
    for mark in marks:
        start = max(at, mark.start)
        if start >= mark.end:
            continue
        runs += [Run(text[at:start]), Run(text[start : mark.end], "mark")]
        at = mark.end
    runs.append(Run(text[at : span.end]))
    return [*runs, Run(" …", "muted")] if cut[1] else runs


def fix_runs(edits: Iterable[Edit], text: str, near: int = NEAR) -> Iterator[Run]:
    """What a fix does, with a few words around it: taken out words struck, put in words underlined."""
    at = None
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.of == "target":
            yield from (Run("link: "), Run(edit.expected, "old"), Run(" "), Run(edit.words, "new"))
            continue
        start = word_start(text, max(0, edit.span.start - near), near)
        if at is None or start > at + near:
            if at is not None:
                yield Run(text[at : word_end(text, at + near, near)] + " … ", "muted")
            elif start:
                yield Run("… ", "muted")
            yield Run(text[start : edit.span.start])
        else:
            yield Run(text[at : edit.span.start])
        yield from _changed(edit)
        at = edit.span.end
    if at is not None:
        end = word_end(text, at + near, near)
        yield Run(text[at:end].rstrip("\n"))
        if end < len(text):
            yield Run(" …", "muted")


LONG = 40
"""Places of more characters than these are compared word by word."""


def differing(own: str, other: str) -> list[Run]:
    """The words of a place, with those stressed that its long near copy has otherwise; as one mark where all is."""
    if min(len(own), len(other)) < LONG or own == other:
        return [Run(own, "mark")]
    from editor.diff import pieces

    runs = [Run(words, "lit" if kind == "same" else "mark") for kind, words in pieces(other, own) if kind != "old"]
    same = sum(len(run.words) for run in runs if run.kind == "lit")
    return runs if 2 * same > len(own) else [Run(own, "mark")]


def _changed(edit: Edit) -> Iterator[Run]:
    if not edit.expected or not edit.words or len(edit.expected) + len(edit.words) < 24:
        yield Run(edit.expected, "old")
        yield Run(edit.words, "new")
        return
    from editor.diff import pieces  # rapidfuzz takes a moment to load, and most fixes don't need it

    for kind, words in pieces(edit.expected, edit.words):
        yield Run(words, "plain" if kind == "same" else kind)


def word_start(text: str, at: int, near: int) -> int:
    """The start of the first whole word from a place on, in the same line."""
    line = text.rfind("\n", at, at + near) + 1
    if line > at:
        return line
    blank = text.find(" ", at, at + near) if at and not text[at - 1].isspace() else -1
    return blank + 1 if blank >= 0 else at


def word_end(text: str, at: int, near: int) -> int:
    """The end of the last whole word before a place, in the same line."""
    if at >= len(text):
        return len(text)
    line = text.find("\n", at - near, at)
    if line >= 0:
        return line
    blank = text.rfind(" ", at - near, at)
    return blank if blank >= 0 else at
