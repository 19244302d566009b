"""`copydesk export` and `copydesk history`: the article with its fixes taken, and what was done with it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from editor import formats
from editor.cli.asked import Refused, chosen, kept, looked_over, not_checked, opened, shown, told

if TYPE_CHECKING:
    from editor.archive import Archive
    from editor.desk import Desk

_ASKED = {
    "outside": "{} has changed since it was last worked on: open it in the window and choose which to keep",
    "recovered": "{} has changes that never reached the archive: open it in the window and look at them",
    "elsewhere": "{} is open in a window, which may write it: close it there first",
}
"""Why an article that the archive has a question about is not exported: only an editor can answer."""


def export(args: argparse.Namespace) -> int:
    """Writes the article, with the fixes taken that were asked for, and the edit report; gives the status."""
    looked_over(args, [args.file])
    _allowed(args)
    article = opened(args.file, args)
    from editor.desk import Desk

    path = None if args.file == "-" else Path(args.file)
    if not args.archive or not path:
        return _written(Desk(article, path=path), args)
    from editor.desk.arriving import arrived

    with kept() as archive:
        one = arrived(article, path, archive)
        if refused := one.why or _ASKED.get(one.question, "").format(args.file):
            raise Refused(refused)
        one.desk.article = told(one.desk.article, args)
        return _written(one.desk, args, archive)


def _allowed(args: argparse.Namespace) -> None:
    """Refuses what would write over a file that nobody gave up, before anything is done."""
    for path in filter(None, (args.output, args.report)):
        if path.is_dir():
            raise Refused(f"{path} is a folder: name a file in it")
        if os.path.lexists(path) and not args.force and not _device(path):
            raise Refused(f"{path} is there already: name another file, or add --force to write over it")
    if args.report:
        if _same(args.report, args.output or Path()) or (args.file != "-" and _same(args.report, Path(args.file))):
            raise Refused(f"{args.report} is to be the article, so it can't be the report: name another file")
        if args.report.suffix.lower() not in (".md", ".markdown", ".json"):
            raise Refused(f"{args.report}: the edit report is written as .md or .json")
    if args.output:
        formats.writable(str(args.output))


def _device(path: Path) -> bool:
    """Whether what is there is written to, and never replaced: a pipe, /dev/stdout."""
    return path.exists() and not path.is_file()


def _same(one: Path, two: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(two)


def _written(desk: Desk, args: argparse.Namespace, archive: Archive | None = None) -> int:
    """Takes what is to be taken, and writes the article and the edit report; an archive is told of the copy."""
    from editor.desk.taking import take

    mine, only = chosen(desk.words)
    report = take(desk, mine, only=only, certain=args.take == "certain", grammar=args.grammar)
    missing = [(t.check, t.reason) for t in (*report.trouble, *not_checked(report, args.grammar))]
    if args.output:
        data = formats.written_as(desk.article, str(args.output))
        _write(args.output, data)
        if desk.path and _same(args.output, desk.path):
            desk.file_saved(desk.path, data)
        elif archive and not _device(args.output):
            from editor.desk.copies import Carried, keep_copy

            keep_copy(archive, Carried.by(desk), args.output, data)
    else:
        sys.stdout.buffer.write(formats.written(desk.article))
        sys.stdout.buffer.flush()
    if args.report:
        said = desk.edit_report(report.checked, missing)
        as_json = args.report.suffix.lower() == ".json"
        words = json.dumps(said.as_json(), indent=1, ensure_ascii=False) + "\n" if as_json else said.as_markdown()
        _write(args.report, words.encode("utf-8", "surrogatepass"))
    desk.close()
    for trouble in report.trouble:
        print(f"copydesk: the check {trouble.check} failed: {shown(str(trouble.reason), whole=True)}", file=sys.stderr)
    return 2 if report.trouble else 0


def _write(path: Path, data: bytes) -> None:
    from editor.saving import SaveRefused, save

    if _device(path):
        with path.open("wb") as device:
            device.write(data)
        return
    try:
        save(path, data, expected=None)
    except SaveRefused as error:
        raise Refused(str(error)) from None


def history(args: argparse.Namespace) -> int:
    """Prints what happened to an article, a line each, the first first."""
    from editor.desk.kept import told as tale

    with kept() as archive:
        lines = list(tale(archive, Path(args.file)))
    if not lines:
        raise Refused(f"nothing is kept of {args.file}: it was not opened in the window, nor exported with --archive")
    for line in lines:
        print(shown(line, whole=True))
    return 0
