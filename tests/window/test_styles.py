"""What the source says of words is shown, follows what is typed, and is no edit."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextLayout
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.article import Span
from editor.desk import Desk
from editor.formats import markdown
from editor.window import links, rereading, styles, theme
from editor.window.mainwindow import MainWindow
from editor.window.manuscript import Manuscript

TEXT = """\
# The \U0001f600 bridge

The **council** voted on *Tuesday* to [close it](https://example.org/a?b=1).

> Quoted *words* that are so long that they do not find room in one line of a narrow window.

- one of the list that is also so long that it does not find room in one line of the window
## Below
```
code *here*
```
"""


@pytest.fixture
def view(qtbot: QtBot) -> Manuscript:
    view = Manuscript(Desk(markdown.read(TEXT.encode(), "a.md")))
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.setFocus()
    return view


def looks(view: Manuscript, words: str) -> list[QTextLayout.FormatRange]:
    """What is said of the first of these words."""
    unit = view.display.map.to(view.display.text.index(words))
    block = view.document().findBlock(unit)
    return [r for r in block.layout().formats() if r.start <= unit - block.position() < r.start + r.length]


def test_headings_emphasis_links_and_signs_look_as_what_they_are(view: Manuscript) -> None:
    (headline,), (strong,), (slanted,), (link,) = (looks(view, w) for w in ("bridge", "council", "Tuesday", "close it"))
    assert headline.format.fontPointSize() > looks(view, "Below")[0].format.fontPointSize() > 13
    assert strong.format.fontWeight() >= 700
    assert not strong.format.fontItalic()
    assert slanted.format.fontItalic()
    assert not slanted.format.fontWeight() >= 700
    assert link.format.fontUnderline()
    assert looks(view, " that are so") == []
    assert looks(view, "words* that")[0].format.fontItalic()
    assert not looks(view, "here*")[0].format.fontItalic()
    muted = theme.colour("muted")
    for words in ("](https", "**council", "> Quoted"):
        assert looks(view, words)[0].format.foreground().color() == muted
    assert view.desk
    assert view.desk.text == TEXT
    assert not view.desk.history.done


def test_the_lines_of_a_list_hang_under_its_words(view: Manuscript) -> None:
    for words in ("> Quoted", "- one"):
        block = view.document().findBlock(view.display.map.to(TEXT.index(words)))
        view.blockBoundingRect(block)
        first, second = block.layout().lineAt(0), block.layout().lineAt(1)
        assert second.x() == pytest.approx(first.cursorToX(2)[0])  # type: ignore[index]
        assert second.y() >= first.y() + first.height() + view.leading
        assert block.lineCount() == block.layout().lineCount()


def test_the_looks_move_with_what_is_typed_before_them(view: Manuscript) -> None:
    view.set_caret(TEXT.index("The **council"))
    QTest.keyClicks(view, "So: ")
    assert looks(view, "council")[0].format.fontWeight() >= 700
    assert looks(view, "Tuesday")[0].format.fontItalic()
    assert not looks(view, "voted")


def test_emphasis_is_seen_a_moment_after_it_is_typed(view: Manuscript, qtbot: QtBot) -> None:
    view.set_caret(TEXT.index(" voted"))
    QTest.keyClicks(view, " *really*")
    assert not looks(view, "really")
    qtbot.waitUntil(lambda: bool(looks(view, "really")), timeout=rereading.REST * 20)
    assert looks(view, "really")[0].format.fontItalic()
    desk = view.desk
    assert desk
    while desk.text != TEXT:
        desk.undo()
    qtbot.waitUntil(lambda: sum(m.kind == "emphasis" for m in desk.article.marks) == 4, timeout=rereading.REST * 20)
    assert desk.text == TEXT


def test_marks_read_of_an_older_text_are_not_taken() -> None:
    desk = Desk(markdown.read(TEXT.encode(), "a.md"))
    old = desk.article
    desk.know(headline="")
    desk.take_marks(old)
    assert desk.article.facts.headline
    assert desk.article.facts.headline.known == "asked"
    desk.replace_all("Another text.\n")
    desk.take_marks(old)
    assert desk.text == "Another text.\n"
    assert all(m.span.end <= len(desk.text) for m in desk.article.marks)


@pytest.mark.parametrize(
    ("target", "opens"),
    [
        ("https://example.org/a b<i>", "https://example.org/a%20b%3Ci%3E"),
        ("https://\u0430pple.com/", "https://xn--pple-43d.com/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("notes.md", ""),
    ],
)
def test_only_addresses_of_web_and_mail_are_opened_and_shown_whole(target: str, opens: str) -> None:
    address = links.opened(target)
    assert (links.shown(address) if address else "") == opens


def test_a_link_is_opened_only_when_its_address_was_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: went.append(url.toString()))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.preview(markdown.read(TEXT.encode(), "a.md"), "a.md")
    view = window.manuscript
    place = TEXT.index("close it")
    view.select(Span(place + 2, place + 2))
    at = view.cursorRect().center()
    QTest.mouseMove(view.viewport(), at - QPoint(2, 0))
    QTest.mouseMove(view.viewport(), at)
    window.commands.open_link()
    asked = window.banners.message("link")
    assert asked
    assert "https://example.org/a?b=1" in asked.words.text()
    assert not went
    QTest.keyClick(asked.buttons[0], Qt.Key.Key_Space)
    assert went == [QUrl("https://example.org/a?b=1").toString()]
    assert not window.banners.message("link")
    window.close()


def test_parts_of_a_block_do_not_overlap() -> None:
    article = markdown.read(b"***a* b** [*c*](d) #", "a.md")
    kind = styles.Block.INLINE | styles.Block.MARKDOWN
    parts = styles.styled(article.text, 0, kind, article.marks)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(parts))
