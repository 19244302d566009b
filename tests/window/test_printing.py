"""What is printed can be read again: the article's words, whole, and beside them the findings that were asked for."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from editor.article import Article, Span
from editor.desk import Desk
from editor.formats import markdown
from editor.formats.text import composed
from editor.window import printed, printing
from editor.window.mainwindow import MainWindow

TEXT = """\
# The offices of the ceasefire

The **first** official of the *office* waffled, [efficiently](https://example.org/fi).

> A quoted line.

- one affair
- two <b>affairs</b>

```
flat  file
```
"""


def pdf(article: Article, remarks: tuple[printed.Remark, ...] = (), **more: object) -> pypdf.PdfReader:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printed.print_to(writer, article, "The title", "10 May 2025", remarks, **more)  # type: ignore[arg-type]
    del writer
    return pypdf.PdfReader(io.BytesIO(bytes(buffer.data().data())))


def read(reader: pypdf.PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_words_come_out_whole_and_without_markdowns_signs(qtbot: QtBot) -> None:
    (page,) = read(pdf(markdown.read(TEXT.encode(), "a.md")))
    assert "The offices of the ceasefire" in page
    assert "first official of the office waffled, efficiently" in page.replace(" , ", ", ").replace("  ", " ")
    for words in ("A quoted line.", "- one affair", "two <b>affairs</b>", "flat file"):
        assert words in page
    for sign in ("**", "# ", "](", "https", "```", "> A"):
        assert sign not in page
    assert page.startswith("The title 10 May 2025 1 of 1")


def test_a_long_article_is_numbered_and_no_line_stands_alone(qtbot: QtBot) -> None:
    paragraph = "So many words that they fill some lines of the page and then a few more, said the mayor. " * 4
    pages = read(pdf(composed("\n".join(f"P{n} {paragraph}E{n}" for n in range(60)))))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page
        words = page.split(f"{number} of {len(pages)}")[1].split()
        assert len(words[: next(n for n, w in enumerate(words) if re.fullmatch(r"P\d+|E\d+", w))]) != 1
    assert " ".join(pages).count("said the mayor") == 240


def test_findings_stand_in_the_margin_and_are_told_at_the_end(qtbot: QtBot) -> None:
    article = markdown.read(TEXT.encode(), "a.md")
    at = TEXT.index("waffled")
    remarks = (
        printed.Remark(Span(at, at + 7), "waffled", "Say it in a plain word."),
        printed.Remark(Span(2, 13), "The offices", "Which?"),
    )
    (page,) = read(pdf(article, remarks))
    assert "2 waffled" in page
    assert "1 The offices" in page
    assert page.endswith("Findings 1. “The offices” — Which? 2. “waffled” — Say it in a plain word.")


def test_printing_can_be_stopped(qtbot: QtBot) -> None:
    def stop(page: int, pages: int) -> None:
        raise printed.Stopped

    with pytest.raises(printed.Stopped):
        pdf(composed("Words.\n"), progress=stop)


def test_an_empty_article_is_one_page(qtbot: QtBot) -> None:
    assert len(pdf(Article("")).pages) == 1


@pytest.mark.parametrize(("locale", "size"), [("en_US", "Letter"), ("en_GB", "A4"), ("de_DE", "A4")])
def test_the_paper_is_that_of_the_country(locale: str, size: str) -> None:
    assert printing.page_size(QLocale(locale)).id() is getattr(QPageSize.PageSizeId, size)


def test_the_window_writes_a_pdf_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    desk = Desk(composed("The headline\nSome words.\n"))
    window.printing.pdf(desk, tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not window.printing.busy and (tmp_path / "a.pdf").exists())
    assert "Some words." in read(pypdf.PdfReader(tmp_path / "a.pdf"))[0]
    window.printing.pdf(desk, tmp_path / "none" / "a.pdf")
    qtbot.waitUntil(lambda: bool(window.banners.message("print")))
    window.close()
