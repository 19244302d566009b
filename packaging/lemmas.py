"""Writes resources/lexicon/en/lemmas.tsv: the English lemmas that spelling rules get wrong, as simplemma has them.

Run it when the rules in editor/reading/lemmas.py change: python packaging/lemmas.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from simplemma.strategies.dictionaries import dictionary_factory  # noqa: E402

from editor.reading.lemmas import ruled  # noqa: E402

PLAIN = re.compile(r"[a-z]{2,13}")
RARE = re.compile(r"(?:un|re|over|out|inter|counter|for|up|under|be|dis|mis|non|en|with)(?=[a-z]{4})")
# Nouns and adjectives in -ing and -ed that are verbs' forms as well are compared as the verb.
AMBIGUOUS = {
    "left": "leave",
    "found": "find",
    "felt": "feel",
    "saw": "see",
    "rose": "rise",
    "said": "say",
    "led": "lead",
    "won": "win",
}
APART = frozenset("people news number during including according united something nothing anything span".split())


def main() -> None:
    """Writes the table, sorted, one form and its lemma a line."""
    known = {
        form: lemma if isinstance(lemma, str) else lemma.decode()
        for form, lemma in dictionary_factory.DefaultDictionaryFactory().get_dictionary("en").items()
    }
    known = {f: lem for f, lem in known.items() if PLAIN.fullmatch(f) and PLAIN.fullmatch(lem)}
    known |= AMBIGUOUS | {word: word for word in APART}
    rows = {}
    for form, lemma in known.items():
        stem = RARE.sub("", form, count=1)
        derived = stem != form and stem in known and form not in AMBIGUOUS
        if ruled(form) != lemma and not (derived and form not in APART and len(form) > 9):
            rows[form] = lemma
    head = "# English lemmas that spelling rules get wrong. Source: simplemma (MIT); written by packaging/lemmas.py.\n"
    note = "# One form and its lemma a line, sorted.\n"
    table = "".join(f"{form}\t{lemma}\n" for form, lemma in sorted(rows.items()))
    (ROOT / "resources/lexicon/en/lemmas.tsv").write_text(head + note + "form\tlemma\n" + table, encoding="utf-8")


if __name__ == "__main__":
    main()
