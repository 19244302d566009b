"""`copydesk check`: what is found in files, for people and for programs."""

from __future__ import annotations

import argparse
import gc
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from editor import formats
from editor.article import Article, Lines
from editor.checker import Report, Trouble
from editor.cli.asked import Refused, chosen, count, kept, looked_over, not_checked, opened, shown, told
from editor.finding import CONFIDENCES
from editor.revision import Note

SMALL = 200_000
"""Bytes of articles up to which a second process costs more than it saves (a fork and its imports, about 50 ms)."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of one file: the exit status, what is printed of it as text, its JSON, and lines about faults."""

    status: int
    text: str = ""
    json: str = ""
    faults: tuple[str, ...] = ()


def check(args: argparse.Namespace) -> int:
    """Checks the files, prints what is found in each as soon as those before it are done, and gives the status."""
    looked_over(args, args.files)
    if args.fail_on_notes and not args.archive:
        raise Refused("--fail-on-notes speaks of the archive's notes: add --archive")
    worst, many = 0, len(args.files) > 1
    if not many:
        # What one article leaves behind goes with the process.
        gc.disable()
    progress = _Progress(len(args.files))
    for n, said in enumerate(_each(args)):
        worst = max(worst, said.status)
        progress.cleared()
        if args.format == "text":
            if said.text:
                print(("\n" if n else "") + said.text)
        elif args.format == "jsonl":
            print(said.json)
        else:
            print(f"{',' if n else '['}\n{said.json}" if many else said.json)
        for fault in said.faults:
            print(f"copydesk: {shown(fault, whole=True)}", file=sys.stderr)
        progress.done(n + 1)
    if args.format == "json" and many:
        print("]")
    return 0 if args.exit_zero and worst == 1 else worst


class _Progress:
    """How many articles are done, on the last line of a terminal; nowhere else."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._shows = of > 1 and sys.stderr.isatty()
        self.done(0)

    def done(self, number: int) -> None:
        if self._shows and number < self._of:
            sys.stdout.flush()
            print(f"{number:,} of {self._of:,} articles", end="\r", file=sys.stderr, flush=True)

    def cleared(self) -> None:
        if self._shows:
            print("\033[K", end="", file=sys.stderr, flush=True)


def _each(args: argparse.Namespace) -> Iterator[Said]:
    """What came of each file, in order; several processes share them where that is quicker."""
    cores = _cores()
    alone = len(args.files) < 2 or cores < 2 or args.grammar or args.archive
    if alone or sum(map(_size, args.files)) < SMALL:
        for file in args.files:
            yield _one(file, args)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(min(cores, len(args.files)), multiprocessing.get_context("fork"), _deaf)
    try:
        chunk = max(1, min(16, len(args.files) // (4 * cores)))
        yield from pool.map(_one, args.files, [args] * len(args.files), chunksize=chunk)
    except BrokenProcessPool:
        why = "a process that checked articles was killed: check fewer at once, there may be too little memory"
        raise Refused(why) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _deaf() -> None:
    """Leaves Ctrl-C to the process that a person stopped; the others end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size if file != "-" else 0
    except OSError:
        return 0


def _one(file: str, args: argparse.Namespace) -> Said:
    """Checks one file; whatever is wrong with it, the others go on."""
    try:
        return _checked(file, args)
    except formats.Unreadable as error:
        return _failed(file, args, str(error))
    except MemoryError:
        return _failed(file, args, f"{file}: there is too little memory: check a part of it.")


def _failed(file: str, args: argparse.Namespace, why: str) -> Said:
    from editor.reports import unread_json

    return Said(2, json=_dumped(unread_json(file, why), args), faults=(why,))


def _checked(file: str, args: argparse.Namespace) -> Said:
    article = opened(file, args)
    status: dict[str, str] = {}
    notes: list[Note] = []
    desk = None
    if args.archive:
        from editor.desk.kept import looked_up

        with kept() as archive:
            desk = looked_up(archive, article, Path(file))
        article = told(replace(article, facts=desk.article.facts), args)
        notes = list(desk.notes.values())
    mine, only = chosen(desk.words if desk else ())
    report = mine.report(article, only=only, grammar=args.grammar, share=len(args.files) == 1)
    if desk:
        status = desk.status_of(report.findings)
    missing = not_checked(report, args.grammar)
    levels = CONFIDENCES[: CONFIDENCES.index(args.fail_level) + 1]
    failed = any(f.confidence in levels and str(f.key) not in status for f in report.findings)
    failed |= args.fail_on_notes and any(note.state == "open" for note in notes)
    faults = tuple(f"{file}: the check {t.check} failed: {t.reason}" for t in report.trouble)
    code = 2 if faults else int(failed)
    name = args.stdin_filename or file if file == "-" else file
    if args.format == "text":
        text = "\n".join(_lines(name, article, report, status, notes, missing, args.all))
        return Said(code, text=text, faults=faults)
    from editor.reports import article_json

    said = article_json(name, article, report, status=status, notes=notes, not_checked=missing)
    return Said(code, json=_dumped(said, args), faults=faults)


def _dumped(said: dict[str, Any], args: argparse.Namespace) -> str:
    return json.dumps(said, indent=1 if args.format == "json" else None) if args.format != "text" else ""


def _lines(
    file: str,
    article: Article,
    report: Report,
    status: dict[str, str],
    notes: Sequence[Note],
    missing: Sequence[Trouble],
    every: bool,
) -> Iterator[str]:
    """The findings for a person to read, and what was not checked."""
    from editor import pages

    lines = Lines(article.text)
    open_ = [f for f in report.findings if str(f.key) not in status]
    seen = [f for f in open_ if every or f.confidence != "possible"]
    name = "standard input" if file == "-" else file
    yield f"{shown(name, whole=True)}: {count(len(seen), 'finding')} in {count(len(article.text.split()), 'word')}"
    for found in seen:
        line, column = lines.of(found.span.start)
        family = pages.page(found.check).family
        message = shown(pages.message(found), whole=True)
        yield f"  {line}:{column}  {family}, {found.confidence}: {message}  [{found.check}]"
        yield f"      {shown(found.span.of(article.text))}"
        for other in found.evidence:
            line, column = lines.of(other.span.start)
            said = shown(pages.label(found, other.note))
            yield f"      {line}:{column}  {shown(other.span.of(article.text))}" + (f" ({said})" if said else "")
        for fix in found.fixes[:1]:
            yield f"      fix: {shown(pages.fix_label(found, fix))}"
    for note in notes:
        if note.state == "open":
            yield f"  open note, {note.kind}: {shown(note.words)}"
    if possible := len(open_) - len(seen):
        yield f"  {possible:,} more possible: --all shows {'it' if possible == 1 else 'them'}"
    if settled := len(report.findings) - len(open_):
        yield f"  {settled:,} settled already"
    if article.source and article.source.assumed:
        yield f"  read as {article.source.encoding}: a guess, since the file does not say; UTF-8 would be sure"
    for one in missing:
        yield f"  not checked: {one.check}: {one.reason}"
