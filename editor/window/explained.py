"""The page of a check as painted paragraphs: why something is a fault, with the page's own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor import pages
from editor.pages import Example, Page
from editor.window import theme
from editor.window.translation import tr
from editor.window.words import Run, Words

EXAMPLES = 3
"""How many examples of faults are shown, and as many at most of what is left alone."""
_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\([^)]*\)")


def explanation(page: Page) -> Iterator[list[Run]]:
    """What and why, for an editor: the page's paragraphs without their signs of Markdown."""
    body = _FENCE.sub("", page.body)
    for block in re.split(r"\n\s*\n", body):
        words = " ".join(block.split())
        if not words or words.startswith("# "):
            continue
        if words.startswith("#"):
            yield [Run(words.lstrip("# "), "strong")]
        else:
            yield list(_runs(words))


def _runs(words: str) -> Iterator[Run]:
    at = 0
    for match in _INLINE.finditer(words):
        yield Run(words[at : match.start()])
        at = match.end()
        yield Run(match[1] or match[2] or match[3] or match[4], "strong" if match[1] else "slanted")
    yield Run(words[at:])


def example_runs(example: Example) -> list[Run]:
    """An example's text with the places that it marks."""
    runs, at = [], 0
    for span in sorted({span for own, others in example.marks for span in (own, *others)}):
        if span.start < at:
            continue
        runs += [Run(example.text[at : span.start]), Run(span.of(example.text), "mark")]
        at = span.end
    return [*runs, Run(example.text[at:])]


class Why(QWidget):
    """A check's explanation, below the finding that it explains."""

    def __init__(self, check: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = pages.page(check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(Words([Run(tr("Why: {check}").format(check=page.title), "strong")], self))
        for runs in explanation(page):
            layout.addWidget(Words(runs, self))
        faults = [example for example in page.examples if example.marks][:EXAMPLES]
        passes = [example for example in page.examples if not example.marks][:EXAMPLES]
        for title, examples in ((tr("Found, for example"), faults), (tr("Left alone"), passes)):
            if examples:
                layout.addWidget(Words([Run(title, "muted")], self))
            for example in examples:
                layout.addWidget(Words(example_runs(example), self, reading=True, scale=0.8))
        layout.addWidget(Words([Run(f"copydesk explain {check}", "muted")], self, scale=0.9))
