"""Brings the window's translations in step with the code: new sentences into the .ts files, those into .qm.

python3 packaging/translations.py            writes resources/i18n/window_*.ts and window_*.qm
python3 packaging/translations.py --missing  says what has no translation yet
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources" / "i18n"
LANGUAGES = ("en", "de", "es")


def tool(name: str) -> str:
    """Qt's own tool of this name, which comes with PySide6."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def gather(language: str, into: Path) -> None:
    """Puts every sentence of the window into the .ts file `into`; of English only those that have a plural."""
    sources = sorted(str(path.relative_to(CHECKOUT)) for path in (CHECKOUT / "editor").rglob("*.py"))
    plural = ["-pluralonly"] if language == "en" else []
    aliases = ["-tr-function-alias", "tr+=mark", "-tr-function-alias", "tr+=sentence"]
    quiet = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    command = [tool("lupdate"), *sources, *plural, *aliases, *quiet, "-target-language", language, "-ts", str(into)]
    subprocess.run(command, cwd=CHECKOUT, check=True)


def build(language: str, source: Path, into: Path) -> None:
    """Compiles a .ts file."""
    subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(into)], check=True)


def missing(source: Path) -> list[str]:
    """The sentences of a .ts file that have no translation."""
    messages = ET.parse(source).iter("message")
    return [
        message.findtext("source") or ""
        for message in messages
        if (said := message.find("translation")) is None or said.get("type") == "unfinished"
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Keeps the window's translations in step with the code.")
    parser.add_argument("--missing", action="store_true", help="say what has no translation, and write nothing")
    asked = parser.parse_args()
    for language in LANGUAGES:
        source = FOLDER / f"window_{language}.ts"
        if not asked.missing:
            gather(language, source)
            build(language, source, source.with_suffix(".qm"))
        for words in missing(source):
            print(f"{language}: {words!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
