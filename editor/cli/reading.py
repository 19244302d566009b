"""`copydesk ledger`: what was read in files, for fact checkers and for programs."""

from __future__ import annotations

import argparse
import json
from typing import Any

from editor import formats
from editor.article import Article, Span, TextMap
from editor.checker import Checker
from editor.cli.asked import looked_over, opened
from editor.factsheet import readings
from editor.ledger import Ledger


def ledger(args: argparse.Namespace) -> int:
    """Prints what was read in each file; gives the status: 2 where one could not be read."""
    looked_over(args, args.files)
    checker = Checker()
    for file in args.files:
        article = opened(file, args)
        print(json.dumps(_json(file, article, checker.read(article)), ensure_ascii=False))
    return 0


def _json(file: str, article: Article, read: Ledger) -> dict[str, Any]:
    places, whose = formats.places(article)
    return {
        "path": file,
        "date": read.day.isoformat() if read.day else None,
        "positions": whose,
        "readings": [
            {"reader": one.reader, "span": _placed(places, one.span), "value": _placed(places, one.value)}
            for one in readings(read)
        ],
    }


def _placed(places: TextMap, value: Any) -> Any:
    """A value as JSON has it: its places are pairs of the file's code points."""
    if isinstance(value, Span):
        there = places.span_to(value)
        return [there.start, there.end]
    if isinstance(value, dict):
        return {name: _placed(places, one) for name, one in value.items()}
    return value
