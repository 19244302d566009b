"""`copydesk ledger`: what was read in files, for fact checkers and for programs."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from editor import factsheet, formats
from editor.article import Article, Lines, Span, TextMap
from editor.checker import Checker
from editor.cli.asked import chosen, looked_over, opened, shown
from editor.factsheet import Row
from editor.reports import pair


def ledger(args: argparse.Namespace) -> int:
    """Prints what was read in each file; gives the status: 2 where one could not be read."""
    looked_over(args, args.files)
    checker, names = chosen()
    status, many, told = 0, len(args.files) > 1, 0
    for file in args.files:
        try:
            article = opened(file, args)
        except formats.Unreadable as error:
            print(f"copydesk: {shown(str(error), whole=True)}", file=sys.stderr)
            status = 2
            continue
        if args.format == "jsonl":
            print(json.dumps(_readings(file, article, checker), ensure_ascii=False))
            continue
        sheet = _sheet(article, checker, names)
        if args.format == "csv":
            print(factsheet.as_csv(sheet, article.text), end="")
        elif args.format == "json":
            words = json.dumps(_json(file, article, sheet), ensure_ascii=False, indent=2)
            print(f"{',' if told else '['}\n{words}" if many else words)
        else:
            print(("\n" if told else "") + (f"{file}\n\n" if many else "") + factsheet.as_text(sheet, article.text))
        told += 1
    if many and args.format == "json":
        print("]" if told else "[]")
    return status


def _sheet(article: Article, checker: Checker, names: set[str]) -> tuple[Row, ...]:
    """The sheet, with what the checks of facts say of it."""
    findings = checker.report(article, only=names).findings
    return factsheet.marked(factsheet.rows(checker.read(article)), findings)


def _json(file: str, article: Article, sheet: tuple[Row, ...]) -> dict[str, Any]:
    places, whose = formats.places(article)
    lines = Lines(article.text)
    return {
        "schema": SCHEMA,
        "article": {"path": file, "positions": whose},
        "sections": {
            section: [
                {
                    "title": row.title,
                    "detail": row.detail,
                    "days": [day.isoformat() for day in row.days] if row.days else None,
                    "clashes": list(row.clashes),
                    "places": [
                        {
                            "span": _placed(places, place.span),
                            "line": lines.of(place.span.start)[0],
                            "text": place.words,
                            "detail": place.detail,
                        }
                        for place in row.places
                    ],
                }
                for row in sheet
                if row.section == section
            ]
            for section in factsheet.TITLES
        },
    }


def _readings(file: str, article: Article, checker: Checker) -> dict[str, Any]:
    places, whose = formats.places(article)
    read = checker.read(article)
    return {
        "path": file,
        "date": read.day.isoformat() if read.day else None,
        "positions": whose,
        "readings": [
            {"reader": one.reader, "span": _placed(places, one.span), "value": _placed(places, one.value)}
            for one in factsheet.readings(read)
        ],
    }


def _placed(places: TextMap, value: Any) -> Any:
    """A value as JSON has it: its places are pairs of the file's code points."""
    if isinstance(value, Span):
        return pair(places, value)
    if isinstance(value, dict):
        return {name: _placed(places, one) for name, one in value.items()}
    return value


SCHEMA = 1
"""The version of the JSON shape. Readers ignore fields that they don't know, so only a removal raises it."""
