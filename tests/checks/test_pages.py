"""What holds of every check, those not yet written too: its page's examples, its fixes, its values."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from editor import checker, pages
from editor.article import Article, Fact
from editor.finding import Finding
from editor.formats import text as plain
from editor.pages import Example

NEUTRAL = "Nobody there minded much, and the light was soft.\n"
CASES = [(name, example) for name in checker.names() for example in pages.page(name).examples]
each = pytest.mark.parametrize(("name", "example"), CASES, ids=lambda v: v if isinstance(v, str) else f"line{v.line}")


def article_of(example: Example, text: str | None = None) -> Article:
    article = plain.composed(example.text if text is None else text)
    facts = article.facts
    if date := example.expects.get("date"):
        facts = replace(facts, date=Fact(date, "asked"))
    if language := example.expects.get("language"):
        facts = replace(facts, language=Fact(language, "asked"))
    return replace(article, facts=facts)


def said(name: str, article: Article) -> list[Finding]:
    report = checker.Checker().report(article, only=(name,), grammar=name == checker.GRAMMAR)
    if report.trouble and name == checker.GRAMMAR:
        pytest.skip(str(report.trouble[0].reason))
    assert not report.trouble, report.trouble
    return list(report.findings)


@pytest.mark.parametrize("name", checker.names())
def test_a_check_has_a_page_with_examples(name: str) -> None:
    examples = pages.page(name).examples
    assert sum(bool(e.marks) for e in examples) >= 3
    assert sum(not e.marks for e in examples) >= 3
    assert checker.check(name).run.__module__ == f"editor.checks.{name}"


@pytest.mark.parametrize("name", checker.names())
def test_a_page_says_how_sure_its_check_is_and_what_its_options_are(name: str) -> None:
    page = pages.page(name)
    assert page.confidence
    assert page.summary.endswith((".", "?", "”"))
    assert list(page.options) == [option.name for option in checker.options(name)]
    assert all(words.endswith(".") for words in page.options.values())


@each
def test_it_finds_what_its_page_marks_and_nothing_else(name: str, example: Example) -> None:
    article = article_of(example)
    findings = said(name, article)
    found = sorted((f.span, tuple(sorted(e.span for e in f.evidence))) for f in findings)
    marked = sorted((span, tuple(sorted(spans))) for span, spans in example.marks)
    show = [[s.of(article.text) for s in f.places] for f in findings]
    assert found == marked, show
    for finding in findings:
        assert pages.message(finding)
        assert finding.confidence in pages.page(name).confidence
        assert all(pages.fix_label(finding, fix) for fix in finding.fixes)
        assert all(pages.label(finding, e.note) for e in finding.evidence if e.note)
        assert sum(fix.batch for fix in finding.fixes) <= 1
        assert pickle.loads(pickle.dumps(finding)) == finding
    if findings and "rule" in example.expects:
        assert findings[0].rule == example.expects["rule"]
    if findings and "confidence" in example.expects:
        assert findings[0].confidence == example.expects["confidence"]
    if findings and "leaves" in example.expects:
        leaves = next((fix.leaves for fix in findings[0].fixes if fix.leaves), None)
        assert leaves is not None
        assert leaves.kind == example.expects["leaves"]


@each
def test_a_fix_heals_what_it_touches(name: str, example: Example) -> None:
    article = article_of(example)
    for finding in said(name, article):
        for fix in finding.fixes:
            edited = article.edited(fix.edits)
            if fix.batch and "fix" in example.expects and len(example.marks) == 1:
                assert edited.text == example.expects["fix"]
            healed = [e.span.after(e) for e in fix.edits]
            again = [f for f in said(name, edited) if f.rule == finding.rule]
            if fix.batch:
                assert not [f for f in again if any(f.span.touches(h) and len(f.span) for h in healed if len(h))]


@each
@pytest.mark.parametrize("at_end", [False, True], ids=["first", "last"])
def test_a_neutral_paragraph_only_moves_findings(name: str, example: Example, at_end: bool) -> None:
    if name == checker.GRAMMAR:
        return
    article = article_of(example)
    headline = next((m.span.end for m in article.marks if m.kind == "headline"), -1)
    at = len(article.text) if at_end else headline + 1
    words = "\n" + NEUTRAL if at_end else NEUTRAL
    other = article_of(example, article.text[:at] + words + article.text[at:])
    if [m.span for m in other.marks] != [m.span for m in article.marks] or other.layout != article.layout:
        return
    moved = [replace(f, key=None) for f in said(name, other)]
    expected = [replace(f if at_end else f.moved(len(words)), key=None) for f in said(name, article)]
    if at_end or all(s.start >= at for f in said(name, article) for s in f.places):
        assert moved == expected
