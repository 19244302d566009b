"""Links of the article: where they lead is said, and none is opened before the editor has seen its whole address."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor.article import Article
from editor.window.banner import Banners
from editor.window.translation import tr

SCHEMES = ("http", "https", "mailto")


def target_at(article: Article, place: int) -> str:
    """The address of the link at a place of the text; empty where there is none."""
    for mark in article.marks:
        if mark.kind == "link" and mark.target and mark.span.start - 1 <= place <= mark.span.end:
            return mark.target
    return ""


def opened(target: str) -> QUrl | None:
    """The address as it may be opened; None for any scheme but http, https and mailto."""
    address = QUrl(target, QUrl.ParsingMode.TolerantMode)
    if not address.isValid() or address.scheme().lower() not in SCHEMES:
        return None
    return address


def shown(address: QUrl) -> str:
    """The whole address as it will be opened, in letters that can't pass for others."""
    return bytes(address.toEncoded().data()).decode("ascii", "replace")


def ask(target: str, banners: Banners) -> bool:
    """Asks whether a link is to be opened; false where it is of a kind that never is."""
    address = opened(target)
    if not address:
        return False

    def go() -> None:
        banners.clear("link")
        QDesktopServices.openUrl(address)

    words = tr("Open this address in another program? {address}").format(address=shown(address))
    banners.show_message("link", "info", words, [(tr("Open it"), go)])
    banners.take_focus()
    return True
