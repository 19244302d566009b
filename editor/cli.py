"""The command line: check, explain, export and history, by the same engine as the window."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor import checker, formats, settings
from editor.article import Article, Fact
from editor.checker import GRAMMAR, Checker, Report, Trouble
from editor.finding import CONFIDENCES

if TYPE_CHECKING:
    from editor.archive import Archive
    from editor.desk import Desk

COMMANDS = ("check", "explain", "export", "history")
SMALL = 200_000
"""Bytes of articles up to which a second process costs more than it saves (a fork and its imports, about 50 ms)."""


class Refused(Exception):
    """What the command line was asked can't be done; its words say why and what to do."""


def main(argv: Sequence[str]) -> int:
    """Runs a subcommand; gives the exit status: 0, 1 for findings, 2 for what was not done."""
    if not os.environ.get("COPYDESK_DEBUG"):
        # A check that fails is said in one line; its traceback is for those who ask for it.
        logging.getLogger("editor").addHandler(logging.NullHandler())
    # What an article makes lives as long as its check: looking for garbage among it often costs a sixth of the time.
    gc.set_threshold(500_000)
    try:
        args = _parser().parse_args(argv)
        status: int = args.run(args)
        sys.stdout.flush()
        return status
    except (formats.Unreadable, settings.SettingsError, Refused) as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Who read our output has gone: what is still to be written goes nowhere, silently.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("copydesk: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="copydesk", description="An editing desk for newsrooms.")
    commands = parser.add_subparsers(dest="command", required=True)

    check = commands.add_parser("check", help="find what a tired copy editor misses")
    check.add_argument("files", nargs="+", metavar="FILE", help="articles; - for standard input")
    check.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    check.add_argument(
        "--fail-level", choices=CONFIDENCES, default="likely", help="exit with 1 from this confidence on"
    )
    check.add_argument("--fail-on-notes", action="store_true", help="exit with 1 on open notes (with --archive)")
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    check.add_argument("--all", action="store_true", help="show possible findings too (text)")
    check.add_argument("--stdin-filename", default="", metavar="NAME", help="what standard input is to be read as")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="what a check looks for, with examples")
    explain.add_argument("check", nargs="?", help="its name; without it, all are listed")
    explain.set_defaults(run=_explain)

    export = commands.add_parser("export", help="write the article, with fixes taken")
    export.add_argument("file", metavar="FILE")
    export.add_argument("--take", choices=("certain",), help="take the fixes that may be taken unread")
    export.add_argument("--output", type=Path, metavar="PATH", help="where to; standard output by default")
    export.add_argument("--report", type=Path, metavar="PATH", help="write the edit report here, .md or .json")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    export.set_defaults(run=_export)

    history = commands.add_parser("history", help="what was decided on an article, and its revisions")
    history.add_argument("file", metavar="FILE")
    history.set_defaults(run=_history)

    for command in (check, export):
        command.add_argument("--date", default="", help="the article's date, as 2025-05-10")
        command.add_argument("--language", default="", help="the article's language, as en or en-GB")
        command.add_argument("--grammar", action="store_true", help="ask LanguageTool too")
        command.add_argument("--archive", action="store_true", help="with what is kept of the article")
    return parser


# check


def _check(args: argparse.Namespace) -> int:
    if args.fail_on_notes and not args.archive:
        raise Refused("--fail-on-notes speaks of the archive's notes: add --archive")
    worst, first = 0, True
    if args.format == "json":
        results = list(_each(args))
        print(json.dumps([r["json"] for r in results] if len(args.files) > 1 else results[0].get("json"), indent=1))
    else:
        results_ = _each(args)
    for result in results if args.format == "json" else results_:
        worst = max(worst, result["status"])
        if result.get("error"):
            print(f"copydesk: {result['error']}", file=sys.stderr)
        elif args.format != "json" and result["out"]:
            print(("" if first or args.format == "jsonl" else "\n") + result["out"])
            first = False
        for trouble in result.get("trouble", ()):
            print(f"copydesk: {trouble}", file=sys.stderr)
    return 0 if args.exit_zero and worst == 1 else worst


def _each(args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """The result of each file, in order; several processes share them where that is quicker."""
    sizes = [Path(f).stat().st_size if f != "-" and Path(f).is_file() else 0 for f in args.files]
    cores = os.cpu_count() or 1
    if len(args.files) < 2 or cores < 2 or args.grammar or args.archive or sum(sizes) < SMALL:
        for n, file in enumerate(args.files):
            _progress(n, len(args.files))
            yield _one(file, args)
        _progress(len(args.files), len(args.files))
        return
    import multiprocessing

    with multiprocessing.get_context("fork").Pool(min(cores, len(args.files))) as pool:
        jobs = ((file, args) for file in args.files)
        for n, result in enumerate(pool.imap(_job, jobs, chunksize=max(1, min(16, len(args.files) // (4 * cores))))):
            _progress(n + 1, len(args.files))
            yield result


def _progress(done: int, of: int) -> None:
    if of > 1 and sys.stderr.isatty():
        print(f"\r{done} of {of} articles" if done < of else "\r\033[K", end="", file=sys.stderr, flush=True)


def _job(job: tuple[str, argparse.Namespace]) -> dict[str, Any]:
    return _one(*job)


def _one(file: str, args: argparse.Namespace) -> dict[str, Any]:
    """Checks one file: its exit status, and what is to be printed."""
    try:
        article = _opened(file, args)
    except formats.Unreadable as error:
        return {"status": 2, "error": str(error), "out": "", "json": {"article": {"path": file}, "error": str(error)}}
    kept = _kept(file, article, args)
    mine, only = _checker()
    report = mine.report(article, only=only, grammar=args.grammar, share=len(args.files) == 1)
    status = _settled(report, kept)
    notes = list(kept.notes.values()) if kept else []
    missing = _not_checked(report, args.grammar)
    out = _said_json(file, article, report, status, notes, missing, args)
    levels = CONFIDENCES[: CONFIDENCES.index(args.fail_level) + 1]
    failed = any(f.confidence in levels and status.get(str(f.key), "open") == "open" for f in report.findings)
    failed |= args.fail_on_notes and any(note.state == "open" for note in notes)
    trouble = [f"{file}: the check {t.check} failed: {t.reason}" for t in report.trouble]
    return {"status": 2 if trouble else int(failed), "trouble": trouble, **out}


def _said_json(
    file: str,
    article: Article,
    report: Report,
    status: dict[str, str],
    notes: list[Any],
    missing: list[Trouble],
    args: Any,
) -> dict[str, Any]:
    if args.format == "text":
        from editor.reports import Lines

        return {"out": "\n".join(_text(file, article, report, status, notes, missing, Lines(article.text), args.all))}
    from editor.reports import article_json

    said = article_json(file, article, report, status=status, notes=notes, not_checked=missing)
    return {"json": said, "out": json.dumps(said) if args.format == "jsonl" else ""}


def _text(
    file: str,
    article: Article,
    report: Report,
    status: dict[str, str],
    notes: list[Any],
    missing: list[Trouble],
    lines: Any,
    every: bool,
) -> Iterator[str]:
    """The findings for a person to read, and what was not checked."""
    from editor import pages

    shown = [
        f for f in report.findings if status.get(str(f.key), "open") == "open" and (every or f.confidence != "possible")
    ]
    yield f"{file}: {_count(len(shown), 'finding')} in {_count(len(article.text.split()), 'word')}"
    for found in shown:
        line, column = lines.of(found.span.start)
        family = pages.page(found.check).family
        yield f"  {line}:{column}  {family}, {found.confidence}: {pages.message(found)}  [{found.check}]"
        yield f"      {_shown(found.span.of(article.text))}"
        for other in found.evidence:
            line, column = lines.of(other.span.start)
            said = pages.label(found, other.note)
            yield f"      {line}:{column}  {_shown(other.span.of(article.text))}" + (f" ({said})" if said else "")
        for fix in found.fixes[:1]:
            yield f"      fix: {pages.fix_label(found, fix)}"
    for note in notes:
        if note.state == "open":
            yield f"  open note, {note.kind}: {_shown(note.words)}"
    hidden = len(report.findings) - len(shown)
    if hidden:
        yield f"  ({_count(hidden, 'more finding')} possible or settled: --all shows what is possible)"
    for one in missing:
        yield f"  not checked: {one.check}: {one.reason}"


def _shown(words: str) -> str:
    """Words of an article on a terminal: one line, control and hidden characters as their numbers."""
    flat = " ⏎ ".join(words.splitlines())
    plain = "".join(c if c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in flat)
    return plain if len(plain) <= 160 else plain[:120] + " … " + plain[-30:]


def _count(n: int, thing: str) -> str:
    return f"{n:,} {thing}{'' if n == 1 else 's'}"


def _opened(file: str, args: argparse.Namespace) -> Article:
    if file == "-":
        name = getattr(args, "stdin_filename", "") or "standard input"
        article = formats.read(sys.stdin.buffer.read(), name)
    else:
        article = formats.open_file(Path(file))
    return _told(article, args.date, args.language)


def _told(article: Article, date: str, language: str) -> Article:
    """The article with what the command line says of it."""

    if date:
        import datetime

        try:
            datetime.date.fromisoformat(date)
        except ValueError:
            raise Refused(f"--date {date}: write it as year-month-day, as in 2025-05-10") from None
    said = {name: Fact(value, "asked") for name, value in (("date", date), ("language", language)) if value}
    return replace(article, facts=replace(article.facts, **said)) if said else article


def _checker() -> tuple[Checker, set[str]]:
    """The checker as the user's settings have it, and the names of the checks that are to run."""
    chosen = settings.load()
    return Checker(chosen.options()), set(checker.names()) - set(chosen.off)


def _not_checked(report: Report, grammar: bool) -> list[Trouble]:
    """What was not looked at, and why: never passed over in silence."""
    missing = [t for t in report.not_checked if not t.failed]
    if not grammar:
        missing.append(Trouble(GRAMMAR, "not asked for (--grammar)", failed=False))
    elif not missing:
        from editor.checks.grammar import unavailable

        if why := unavailable():
            missing.append(Trouble(GRAMMAR, why, failed=False))
    return missing


def _kept(file: str, article: Article, args: argparse.Namespace) -> Desk | None:
    """The article's desk as the archive has it, where it was asked for."""
    if not args.archive:
        return None
    if file == "-":
        raise Refused("standard input has no archive: name a file, or leave out --archive")
    from editor.desk.kept import looked_up

    with _archive() as archive:
        return looked_up(archive, article, Path(file))


@contextlib.contextmanager
def _archive() -> Iterator[Archive]:
    """The user's archive, opened for a while. Raises Refused where it can't be used."""
    from editor.archive import Archive, ArchiveError

    try:
        with Archive() as archive:
            yield archive
    except ArchiveError as error:
        raise Refused(str(error)) from None


def _settled(report: Report, desk: Desk | None) -> dict[str, str]:
    """The status of each finding that a kept decision settles."""
    return desk.status_of(report.findings) if desk else {}


# explain


def _explain(args: argparse.Namespace) -> int:
    from editor import pages

    if not args.check:
        for name in checker.names():
            page = pages.page(name)
            print(f"{name:24} {page.family:12} {page.title}")
        return 0
    try:
        page = pages.page(args.check)
    except KeyError:
        import difflib

        near = difflib.get_close_matches(args.check, checker.names(), 3)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `copydesk explain` lists them all."
        raise Refused(f"there is no check {args.check}.{hint}") from None
    print(pages.explained(page))
    return 0


# export and history


def _export(args: argparse.Namespace) -> int:
    article = _opened(args.file, args)
    for path in filter(None, (args.output, args.report)):
        if path.exists() and not args.force:
            raise Refused(f"{path} is there already: name another file, or add --force to write over it")
    from editor.desk import Desk

    if not args.archive:
        return _written(Desk(article, path=Path(args.file)), args)
    from editor.desk.arriving import arrived

    with _archive() as archive:
        one = arrived(article, Path(args.file), archive)
        if refused := one.why or _ASKED.get(one.question, "").format(args.file):
            raise Refused(refused)
        return _written(one.desk, args)


_ASKED = {
    "outside": "{} has changed since it was last worked on: open it in the window and choose which to keep",
    "recovered": "{} has changes that never reached the archive: open it in the window and look at them",
    "elsewhere": "{} is open in a window, which may write it: close it there first",
}
"""Why an article that the archive has a question about is not exported: only an editor can answer."""


def _written(desk: Desk, args: argparse.Namespace) -> int:
    """Takes what is to be taken, and writes the article and the edit report."""
    from editor.desk.taking import take

    mine, only = _checker()
    report = take(desk, mine, only=only, certain=args.take == "certain", grammar=args.grammar)
    missing = [(t.check, t.reason) for t in (*report.trouble, *_not_checked(report, args.grammar))]
    data = formats.written(desk.article)
    if args.output:
        _write(args.output, data)
    else:
        sys.stdout.buffer.write(data)
    if args.report:
        told = desk.edit_report(report.checked, missing)
        as_json = args.report.suffix == ".json"
        words = json.dumps(told.as_json(), indent=1, ensure_ascii=False) + "\n" if as_json else told.as_markdown()
        _write(args.report, words.encode("utf-8", "surrogatepass"))
    desk.close()
    return 2 if report.trouble else 0


def _write(path: Path, data: bytes) -> None:
    from editor.saving import SaveRefused, save

    try:
        save(path, data, expected=None)
    except SaveRefused as error:
        raise Refused(str(error)) from None


def _history(args: argparse.Namespace) -> int:
    from editor.desk.kept import told

    with _archive() as archive:
        lines = list(told(archive, Path(args.file)))
    if not lines:
        raise Refused(f"nothing is kept of {args.file}: it was not opened in the window, nor exported with --archive")
    for line in lines:
        print(_shown(line))
    return 0
