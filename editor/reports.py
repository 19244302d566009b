"""What is said of an article to others: the JSON of its findings, and the edit report of what was decided on it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from editor import formats, pages
from editor.article import Article, Lines, Span, TextMap
from editor.checker import Report, Trouble
from editor.finding import Finding
from editor.revision import Decision, Note, SignOff

SCHEMA = 1
"""The version of both JSON shapes. Readers ignore fields that they don't know, so only a removal raises it."""

SAID_KIND = {
    "accepted": "Accepted",
    "stands": "Let stand",
    "both_right": "Both right",
    "queried": "Queried",
    "word_article": "Added to the article's dictionary",
    "word_desk": "Added to the desk's dictionary",
    "word_mine": "Added to the editor's dictionary",
}


def article_json(
    path: str,
    article: Article,
    report: Report,
    *,
    status: Mapping[str, str] | None = None,
    notes: Iterable[Note] = (),
    not_checked: Iterable[Trouble] = (),
) -> dict[str, Any]:
    """One article and what the checks say of it. Places are code points, in the file's text where "positions" says so.

    `status` gives the status of findings by their key's text; those it does not name are open.
    """
    places, whose = formats.places(article)
    lines = Lines(article.text)
    source = article.source
    facts = article.facts
    return {
        "schema": SCHEMA,
        "article": {
            "path": path,
            "sha256": hashlib.sha256(source.data if source else formats.written(article)).hexdigest(),
            "characters": len(article.text),
            "words": len(article.text.split()),
            "date": facts.date.value if facts.date else None,
            "language": facts.language.value,
            "encoding": source.encoding if source else "utf-8",
            "encoding_assumed": bool(source and source.assumed),
            "positions": whose,
        },
        "findings": [
            _finding_json(f, article.text, places, lines, (status or {}).get(str(f.key), "open"))
            for f in report.findings
        ],
        "notes": [{"kind": n.kind, "span": pair(places, n.span), "state": n.state, "text": n.words} for n in notes],
        "checked": list(report.checked),
        "trouble": [_told(t) for t in report.trouble],
        "not_checked": [_told(t) for t in not_checked],
    }


def unread_json(path: str, why: str) -> dict[str, Any]:
    """The JSON of a file that could not be read: nothing was checked, and the trouble says why."""
    return {
        "schema": SCHEMA,
        "article": {"path": path},
        "findings": [],
        "notes": [],
        "checked": [],
        "trouble": [{"check": "", "reason": why}],
        "not_checked": [],
    }


def _told(trouble: Trouble) -> dict[str, str]:
    return {"check": trouble.check, "reason": str(trouble.reason)}


def _finding_json(found: Finding, text: str, places: TextMap, lines: Lines, status: str) -> dict[str, Any]:
    line, column = lines.of(found.span.start)
    return {
        "check": found.check,
        "rule": found.rule,
        "family": pages.page(found.check).family,
        "confidence": found.confidence,
        "span": pair(places, found.span),
        "line": line,
        "column": column,
        "text": found.span.of(text),
        "message": pages.message(found),
        "evidence": [
            {"span": pair(places, e.span), "text": e.span.of(text), "note": pages.label(found, e.note)}
            for e in found.evidence
        ],
        "fixes": [
            {
                "label": pages.fix_label(found, fix),
                "edits": [{"span": pair(places, e.span), "words": e.words} for e in fix.edits],
                "batch": fix.batch,
            }
            for fix in found.fixes
        ],
        "status": status,
        "key": str(found.key),
    }


def pair(places: TextMap, span: Span) -> list[int]:
    """A place as JSON has it: start and end, in the code points that `places` leads to."""
    there = places.span_to(span)
    return [there.start, there.end]


@dataclass(frozen=True, slots=True)
class EditReport:
    """What was done with an article: the decisions that hold, the notes, and what was and was not checked."""

    title: str
    path: str
    text: str
    decisions: Sequence[Decision]
    notes: Sequence[Note]
    open_findings: int
    checked: Sequence[str]
    not_checked: Sequence[tuple[str, str]]
    signed: SignOff | None = None
    """The last sign-off, which may be of an earlier text."""

    @property
    def sha256(self) -> str:
        """The hash of the text as UTF-8: what a sign-off speaks of."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "article": {"title": self.title, "path": self.path, "sha256": self.sha256, "words": len(self.text.split())},
            "decisions": [
                {
                    "check": d.key.check,
                    "rule": d.key.rule,
                    "kind": d.kind,
                    "scope": d.scope,
                    "reason": d.reason,
                    "fix": d.fix,
                    "by": d.by,
                    "at": d.at,
                    "key": str(d.key),
                    **asdict(d.snapshot),
                }
                for d in self.decisions
            ],
            "notes": [
                {"kind": n.kind, "state": n.state, "text": n.words, "span": [n.span.start, n.span.end]}
                for n in self.notes
            ],
            "open_findings": self.open_findings,
            "checked": list(self.checked),
            "not_checked": [{"check": check, "reason": reason} for check, reason in self.not_checked],
            "signed_off": asdict(self.signed) | {"holds": self.holds} if self.signed else None,
        }

    @property
    def holds(self) -> bool:
        """Whether the sign-off is of this very text."""
        return self.signed is not None and self.signed.sha256 == self.sha256

    def as_markdown(self) -> str:
        open_notes = [n for n in self.notes if n.state == "open"]
        settled = [n for n in self.notes if n.state != "open"]
        lines = [f"# Edit report: {_plain(self.title)}", ""]
        if self.path:
            lines += [f"File: {_quoted(self.path)}  "]
        lines += [
            f"Words: {len(self.text.split())}  ",
            f"Text (SHA-256): {_code(self.sha256)}",
            "",
            f"{len(self.decisions)} decided, {self.open_findings} open, {len(open_notes)} notes open.",
        ]
        if self.signed:
            lines += ["", "## Sign-off", "", *_signed_lines(self.signed, self.holds)]
        for kind, said in SAID_KIND.items():
            decided = [d for d in self.decisions if d.kind == kind]
            if decided:
                lines += ["", f"## {said} ({len(decided)})", ""]
                lines += [line for d in decided for line in _decision_lines(d)]
        if open_notes:
            lines += ["", f"## Open notes ({len(open_notes)})", ""]
            lines += [f"- **{_note_kind(n)}**: {_quoted(n.words)}" for n in open_notes]
        if settled:
            lines += ["", f"## Settled notes ({len(settled)})", ""]
            lines += [f"- **{_note_kind(n)}**, {n.state}: {_quoted(n.words)}" for n in settled]
        lines += ["", "## What was checked", "", f"Checked: {', '.join(self.checked) or 'nothing'}.", ""]
        if self.not_checked:
            lines += ["Not checked:", ""]
            lines += [f"- {check}: {_plain(reason)}" for check, reason in self.not_checked]
        return "\n".join(lines).rstrip() + "\n"


def _signed_lines(signed: SignOff, holds: bool) -> list[str]:
    lines = [f"Signed off by {_plain(signed.by)}, {signed.at}{'' if holds else '; the text has changed since'}."]
    if signed.remark:
        lines.append(f"Remark: {_plain(signed.remark)}")
    lines.append(f"Open when it was signed off: {_plain(', '.join(signed.open)) or 'nothing'}.")
    lines += ["", f"- text signed off (SHA-256): {_code(signed.sha256)}"]
    return [*lines, f"- its file (SHA-256): {_code(signed.file_sha256)}"]


def _decision_lines(decision: Decision) -> list[str]:
    seen = decision.snapshot
    lines = [f"- {_plain(seen.message)} ({seen.place}; {decision.key.check}/{decision.key.rule})"]
    if decision.kind == "accepted":
        lines += [f"  - before: {_quoted(seen.before)}", f"  - after: {_quoted(seen.after)}"]
    else:
        lines.append(f"  - words: {_quoted(seen.before)}")
    if decision.reason:
        lines.append(f"  - reason: {_plain(decision.reason)}")
    scope = "" if decision.scope == "place" else f", {decision.scope}"
    fix = f", {_plain(decision.fix)}" if decision.fix else ""
    lines.append(f"  - {_plain(decision.by)}, {decision.at}{scope}{fix}")
    return lines


def _note_kind(note: Note) -> str:
    return "Unsourced claim" if note.kind == "unsourced" else "Query"


def _quoted(words: str) -> str:
    """Words of the article in a report, on one line and as code: never as markup."""
    return _code(visible(" ⏎ ".join(words.splitlines()))) if words else "nothing"


def _code(words: str) -> str:
    fence = "`"
    while fence in words:
        fence += "`"
    pad = " " if words.startswith(("`", " ")) or words.endswith(("`", " ")) else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _plain(words: str) -> str:
    """Words as Markdown that shows them as they are, on one line."""
    words = re.sub(r"[\\`*_\[\]<>#&|~!]", r"\\\g<0>", " ".join(visible(words).split()))
    return re.sub(r"^(\d*)([-+.)])", r"\1\\\2", words)


def visible(words: str) -> str:
    """Words with every control and hidden character as its number, so that none acts on who reads them."""
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() or c in "\n\t" or _blank(c) else f"⟨U+{ord(c):04X}⟩" for c in words)


def _blank(sign: str) -> bool:
    return unicodedata.category(sign) == "Zs"
