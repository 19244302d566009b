"""What the command line was asked for: the article, what is said of it, the checks that are to run, the archive."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor import checker, formats, settings
from editor.article import Article, Fact
from editor.checker import GRAMMAR, Checker, Report, Trouble

if TYPE_CHECKING:
    from editor.archive import Archive


class Refused(Exception):
    """What the command line was asked can't be done; its words say why and what to do."""


def looked_over(args: argparse.Namespace, files: list[str]) -> None:
    """Refuses what makes no sense before anything is done."""
    if args.date:
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", args.date):
                raise ValueError
            datetime.date.fromisoformat(args.date)
        except ValueError:
            raise Refused(f"--date {args.date}: write it as year-month-day, as in 2025-05-10") from None
    if args.language and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", args.language):
        raise Refused(f"--language {args.language}: write it as en or en-GB")
    if files.count("-") > 1:
        raise Refused("standard input can be read once: name - once")
    if args.archive and "-" in files:
        raise Refused("standard input has no archive: name a file, or leave out --archive")
    if args.stdin_filename and "-" not in files:
        raise Refused("--stdin-filename speaks of standard input: name - as the file")


def opened(file: str, args: argparse.Namespace) -> Article:
    """The article in a file, or in standard input. Raises Unreadable."""
    if file == "-":
        article = formats.read(sys.stdin.buffer.read(formats.LARGEST + 1), args.stdin_filename or "standard input")
    elif not file:
        raise formats.Unreadable("''", "", "There is no file without a name.")
    else:
        article = formats.open_file(Path(file))
    return told(article, args)


def told(article: Article, args: argparse.Namespace) -> Article:
    """The article with what the command line says of it."""
    said = {name: Fact(value, "asked") for name in ("date", "language") if (value := getattr(args, name))}
    return replace(article, facts=replace(article.facts, **said)) if said else article


def chosen(words: Sequence[str] = ()) -> tuple[Checker, set[str]]:
    """The checker as the user's settings have it, and the names of the checks that are to run.

    `words` are those of the article's own dictionary.
    """
    mine = settings.load()
    for name in (*mine.off, *mine.checks):
        if name not in checker.names():
            raise Refused(f"{settings.path()}: there is no check {name}. `copydesk explain` lists them all.")
    options = mine.options()
    if words:
        options.setdefault(GRAMMAR, {})["words"] = tuple(words)
    return Checker(options), set(checker.names()) - set(mine.off)


def not_checked(report: Report, grammar: bool) -> list[Trouble]:
    """What was not looked at, and why: never passed over in silence."""
    missing = [t for t in report.not_checked if not t.failed]
    if not grammar:
        missing.append(Trouble(GRAMMAR, "not asked for (--grammar)", failed=False))
    elif not missing:
        from editor import dictionaries
        from editor.checks.grammar import unavailable

        lost = dictionaries.missing(settings.load().dictionaries())
        missing += [Trouble("dictionary", why, failed=False) for why in lost]
        if why := unavailable():
            missing.append(Trouble(GRAMMAR, why, failed=False))
    return missing


@contextlib.contextmanager
def kept() -> Iterator[Archive]:
    """The user's archive, opened for a while. Raises Refused where it can't be used."""
    from editor.archive import Archive, ArchiveError

    try:
        with Archive() as archive:
            yield archive
    except ArchiveError as error:
        raise Refused(str(error)) from None


def shown(words: str, *, whole: bool = False) -> str:
    """Words of an article on a terminal: one line, control and hidden characters as their numbers."""
    flat = " ⏎ ".join(words.splitlines())
    if not flat.isprintable():
        from editor.reports import visible

        flat = visible(flat)
    return flat if whole or len(flat) <= 160 else flat[:120] + " … " + flat[-30:]


def count(n: int, thing: str) -> str:
    return f"{n:,} {thing}{'' if n == 1 else 's'}"
