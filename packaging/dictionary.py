"""Writes resources/lexicon/en/dictionary.tsv: the English words that are written without a capital.

Run it with the path of a word list of SCOWL, size 35 (Debian's package wamerican-small):
python packaging/dictionary.py american-english-small
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from editor.reading.lemmas import lemma  # noqa: E402

HEAD = """\
# English words that are written without a capital, as lemmas, sorted; written by packaging/dictionary.py.
# Source: SCOWL (Spell Checker Oriented Word Lists), size 35, http://wordlist.aspell.net. Copyright 2000-2011 by Kevin
# Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
# created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that the above
# copyright notice appears in all copies and that both that copyright notice and this permission notice appear in
# supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any purpose.
# It is provided "as is" without express or implied warranty.
"""


def main() -> None:
    words = {word for word in Path(sys.argv[1]).read_text(encoding="utf-8").split() if re.fullmatch("[a-z]{2,}", word)}
    table = "".join(f"{word}\n" for word in sorted({lemma(word) for word in words}))
    (ROOT / "resources/lexicon/en/dictionary.tsv").write_text(HEAD + "word\n" + table, encoding="utf-8")


if __name__ == "__main__":
    main()
