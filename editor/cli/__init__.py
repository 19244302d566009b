"""The command line: check, ledger, explain, export and history, by the same engine as the window."""

from __future__ import annotations

import argparse
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from editor import formats, settings
from editor.cli.asked import Refused, shown
from editor.finding import CONFIDENCES

COMMANDS = ("check", "ledger", "explain", "export", "history")
STATUSES = "Exit status: 0 nothing to be told, 1 findings, 2 something could not be done, each with its reason."


def main(argv: Sequence[str]) -> int:
    """Runs a subcommand; gives the exit status: 0, 1 for findings, 2 for what was not done."""
    if not os.environ.get("COPYDESK_DEBUG"):
        # A check that fails is said in one line; its traceback is for those who ask for it.
        logging.getLogger("editor").addHandler(logging.NullHandler())
    # What an article makes lives as long as its check: looking for garbage among it often costs a sixth of the time.
    gc.set_threshold(500_000)
    # Closed by who started us, they are None.
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a sign gets its number: no run ends for that.
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        args = _parser().parse_args(argv)
        status: int = args.run(args)
        sys.stdout.flush()
        # Python looks for garbage once more at its end: among what is given back to the system anyway.
        gc.freeze()
        return status
    except (formats.Unreadable, settings.SettingsError, Refused) as error:
        return _told(str(error))
    except BrokenPipeError:
        # Who read our output has gone.
        _hush()
        return 2
    except OSError as error:
        if not error.filename:
            _hush()
        return _told(f"{error.filename or 'output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        _told("stopped")
        return 130
    except Exception as error:
        # Python's own status for a fault is 1, which here says that an article has findings.
        logging.getLogger(__name__).exception("a fault of ours")
        if os.environ.get("COPYDESK_DEBUG"):
            raise
        return _told(f"a fault of Copydesk's own, {type(error).__name__}: {error}. COPYDESK_DEBUG=1 shows where.")


def _hush() -> None:
    """What is still to be written to standard output goes nowhere: Python would fail on it once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(words: str) -> int:
    with contextlib.suppress(OSError):
        print(f"copydesk: {shown(words, whole=True)}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    from editor.cli import checking, explaining, exporting, reading

    parser = argparse.ArgumentParser(prog="copydesk", description="An editing desk for newsrooms.")
    commands = parser.add_subparsers(dest="command", required=True)

    check = commands.add_parser("check", help="find what a tired copy editor misses", epilog=STATUSES)
    check.add_argument("files", nargs="+", metavar="FILE", help="articles; - for standard input")
    check.add_argument(
        "--format", choices=("text", "json", "jsonl"), default="text", help="jsonl is one object a line and file"
    )
    check.add_argument(
        "--fail-level", choices=CONFIDENCES, default="likely", help="exit with 1 from this confidence on"
    )
    check.add_argument("--fail-on-notes", action="store_true", help="exit with 1 on open notes (with --archive)")
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    check.add_argument("--all", action="store_true", help="show possible findings too (text)")
    check.add_argument("--stdin-filename", default="", metavar="NAME", help="what standard input is to be read as")
    check.set_defaults(run=checking.check)

    ledger = commands.add_parser("ledger", help="what an article says: its people, figures, dates and places")
    ledger.add_argument("files", nargs="+", metavar="FILE", help="articles; - for standard input")
    ledger.add_argument(
        "--format",
        choices=("text", "json", "jsonl", "csv"),
        default="text",
        help="json is the fact sheet; jsonl is each reading, one object a line and file; csv is a table",
    )
    ledger.add_argument("--stdin-filename", default="", metavar="NAME", help="what standard input is to be read as")
    ledger.set_defaults(run=reading.ledger, archive=False)

    explain = commands.add_parser("explain", help="what a check looks for, with examples")
    explain.add_argument("check", nargs="?", metavar="CHECK", help="its name; without it, all are listed")
    explain.add_argument("--all", action="store_true", help="show every example")
    explain.set_defaults(run=explaining.explain)

    export = commands.add_parser("export", help="write the article, with fixes taken", epilog=STATUSES)
    export.add_argument("file", metavar="FILE", help="the article; - for standard input")
    export.add_argument("--take", choices=("certain",), help="take the fixes that may be taken unread")
    export.add_argument(
        "--output", type=Path, metavar="PATH", help="where to, as .txt or .md; standard output by default"
    )
    export.add_argument("--report", type=Path, metavar="PATH", help="write the edit report here, .md or .json")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    export.add_argument("--stdin-filename", default="", metavar="NAME", help="what standard input is to be read as")
    export.set_defaults(run=exporting.export)

    history = commands.add_parser("history", help="what was decided on an article, and its revisions")
    history.add_argument("file", metavar="FILE")
    history.set_defaults(run=exporting.history)

    for command in (check, ledger, export):
        command.add_argument("--date", default="", help="the article's date, as 2025-05-10")
        command.add_argument("--language", default="", help="the article's language, as en or en-GB")
    for command in (check, export):
        command.add_argument("--grammar", action="store_true", help="ask LanguageTool too")
        command.add_argument("--archive", action="store_true", help="with what is kept of the article")
    return parser
