"""Sets Copydesk up and runs it, or its tests, on a machine that has Python 3.11 and nothing else of ours.

python3 packaging/bootstrap.py run [ARTICLE]   opens the window; without a display, checks and exports the article
python3 packaging/bootstrap.py test            format, lint, types, import contracts, tests
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
if sys.version_info < (3, 11):  # noqa: UP036 - before the imports, which an older Python can't read
    sys.exit(f"Copydesk needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Run it with a newer python3.")
sys.path.insert(0, str(CHECKOUT))

import environment  # noqa: E402
import machine  # noqa: E402

from editor.languagetool import install  # noqa: E402

SAMPLE = CHECKOUT / "resources" / "samples" / "kashmir.txt"
BIN = CHECKOUT / ".venv" / "bin"
WITHOUT_LANGUAGETOOL = (
    "Copydesk works without it: harper checks grammar in its place, for English. "
    "To get LanguageTool, run this again with the network there."
)
STEP_SECONDS = 2400


def say(line: str) -> None:
    print(line, flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Sets Copydesk up and runs it, or its tests.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="open the window; without a display, check and export the article")
    run.add_argument("article", nargs="?", type=Path, default=SAMPLE, help="default: a sample")
    commands.add_parser("test", help="format, lint, types, import contracts, tests")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "test":
            set_up(testing=True)
            return test()
        if not chosen.article.is_file():
            say(f"{chosen.article} is no file that can be opened. Check its name, or leave it out to see the sample.")
            return 2
        set_up(testing=False)
        return open_window(chosen.article) if machine.has_display() else do_without_window(chosen.article)
    except environment.SetupError as error:
        print(f"\n{error}", file=sys.stderr)
    except OSError as error:
        what = error.filename or "The system"
        print(f"\n{what}: {error.strerror}. Put that right and run this again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run it again to go on from here.", file=sys.stderr)
        return 130
    return 2


def set_up(testing: bool) -> None:
    """All that Copydesk needs; what only improves it may fail, and says so."""
    machine.install_packages(testing, say)
    environment.set_up(CHECKOUT, java=machine.system_java() is None, dev=testing, say=say)
    languagetool()


def languagetool() -> None:
    folder = install.folder()
    if install.installed(folder):
        return
    say(f"Fetching LanguageTool {install.VERSION}, for grammar, into {folder}")
    started = time.monotonic()
    shown = 0
    tty = sys.stdout.isatty()

    def report(done: int, total: int) -> None:
        nonlocal shown
        tenths = done * 10 // total
        if tty:
            print(f"\r    {done / 1e6:5.1f} of {total / 1e6:.1f} MB", end="", flush=True)
        elif tenths > shown and tenths % 2 == 0:
            shown = tenths
            say(f"    {done / 1e6:5.1f} of {total / 1e6:.1f} MB")

    try:
        install.install(folder, report=report)
    except install.InstallError as error:
        say(f"{chr(10) if tty else ''}LanguageTool is not here: {error}\n{WITHOUT_LANGUAGETOOL}")
    else:
        say(f"{chr(10) if tty else ''}    done in {time.monotonic() - started:.0f} s")


def open_window(article: Path) -> int:
    command = [str(BIN / "copydesk"), str(article)]
    sys.stdout.flush()
    os.execv(command[0], command)


def do_without_window(article: Path) -> int:
    """The main job on the command line: print the findings, write the clean draft and the report of edits."""
    copydesk = str(BIN / "copydesk")
    say("\nThere is no display for the window, so here is the same job on the command line.\n")
    checked = subprocess.run([copydesk, "check", str(article), "--grammar", "--exit-zero"])
    draft, edits = free_names(Path.cwd(), article)
    exported = subprocess.run(
        [copydesk, "export", str(article), "--take", "certain", "--output", str(draft), "--report", str(edits)]
    )
    if exported.returncode:
        say(f"\nThe clean draft could not be written (copydesk export ended with {exported.returncode}, see above).")
        return exported.returncode
    say(f"\nThe draft with the certain fixes taken: {draft}\nThe report of what was changed and why: {edits}")
    return checked.returncode


def free_names(folder: Path, article: Path) -> tuple[Path, Path]:
    """Names for the clean draft and the report of edits that overwrite nothing: a.clean.txt, a.clean-2.txt, …"""
    number = 1
    while True:
        tail = "" if number == 1 else f"-{number}"
        names = folder / f"{article.stem}.clean{tail}{article.suffix}", folder / f"{article.stem}.report{tail}.md"
        if not any(os.path.lexists(name) for name in names):
            return names
        number += 1


def test() -> int:
    """Every step of the tests, all of them, and what failed at the end."""
    pytest = [str(BIN / "pytest"), "-q", "-p", "no:benchmark"]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    steps: list[tuple[str, list[str], dict[str, str]]] = [
        ("format", [str(BIN / "ruff"), "format", "--check", "."], {}),
        ("lint", [str(BIN / "ruff"), "check", "."], {}),
        ("types", [str(BIN / "mypy")], {}),
        ("imports", [str(BIN / "lint-imports")], {}),
        ("tests", [*pytest, "-n", "2", "--dist", "loadfile"], offscreen),
    ]
    windows = [CHECKOUT / "tests" / "window"] if any(CHECKOUT.glob("tests/window/**/test_*.py")) else []
    xvfb = shutil.which("xvfb-run")
    if windows and xvfb:
        screen = [xvfb, "-a", "-s", "-screen 0 1600x1000x24"]
        steps.append(("window tests under Xvfb", [*screen, *pytest, *map(str, windows)], {"QT_QPA_PLATFORM": "xcb"}))
    outcomes = [run_step(*step) for step in steps]
    say("")
    for (name, _, _), (passed, seconds) in zip(steps, outcomes, strict=True):
        say(f"{'passed' if passed else 'FAILED'}  {name:<24}{seconds:6.1f} s")
    if windows and not xvfb:
        say("not run window tests under Xvfb: xvfb-run is not here (apt-get install xvfb xauth)")
    if not install.installed(install.folder()):
        say("not run with LanguageTool, which is not here: its tests were skipped")
    return 0 if all(passed for passed, _ in outcomes) else 1


def run_step(name: str, command: list[str], extra: dict[str, str]) -> tuple[bool, float]:
    say(f"\n== {name}")
    started = time.monotonic()
    surroundings = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}", **extra}
    try:
        code = subprocess.run(command, cwd=CHECKOUT, env=surroundings, timeout=STEP_SECONDS).returncode
    except subprocess.TimeoutExpired:
        say(f"{name} did not end within {STEP_SECONDS // 60} minutes and was stopped.")
        code = 1
    return code == 0, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
