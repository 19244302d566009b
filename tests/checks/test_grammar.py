"""Grammar: what is asked, what is said of it, and what is done where LanguageTool is not to be had."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from editor import pages, resources
from editor.article import Article, Fact, Mark, Span
from editor.checker import Checker, Report
from editor.checks import grammar
from editor.finding import Finding
from editor.formats import text as plain
from editor.languagetool.client import Match
from editor.languagetool.supervisor import LIMIT, Server, Unavailable


class Speller:
    """Stands where LanguageTool's client would: finds the words that it was told, as its speller or a rule does."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self.rule, self.category, self.message = "MORFOLOGIK_RULE_EN_US", "TYPOS", "Possible spelling mistake found."
        self.sent: list[str] = []
        self.stopped = False

    def start(self, language: str = "en") -> None:
        pass

    def ready(self) -> bool:
        return True

    def stop(self) -> None:
        self.stopped = True

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        self.sent.append(text)
        return tuple(
            Match(m.start(), m.end(), self.rule, self.category, "misspelling", self.message, self.words[m[0]])
            for m in re.finditer("|".join(map(re.escape, self.words)) or r"\Z.", text)
        )


@pytest.fixture
def speller(monkeypatch: pytest.MonkeyPatch) -> Speller:
    one = Speller()
    state = grammar._State()
    monkeypatch.setattr(grammar, "_state", state)
    monkeypatch.setattr(state, "client", one)
    monkeypatch.setattr(state, "settings", ("", "", LIMIT))
    return one


def article(text: str, language: str = "en") -> Article:
    one = plain.composed(text)
    return replace(one, facts=replace(one.facts, language=Fact(language, "asked")))


def report(text: str, language: str = "en", **options: object) -> Report:
    return Checker({"grammar": options}).report(article(text, language), only=("grammar",), grammar=True)


def said(text: str) -> list[Finding]:
    result = report(text)
    assert not result.trouble
    return list(result.findings)


def test_a_slip_is_likely_and_its_fixes_are_never_taken_unread(speller: Speller) -> None:
    speller.words = {"recieve": ("receive", "relieve", "a", "b", "c", "d")}
    text = "They will recieve 😀 it."
    (finding,) = said(text)
    assert (finding.rule, finding.confidence, finding.span.of(text)) == ("spelling", "likely", "recieve")
    assert [fix.edits[0].words for fix in finding.fixes] == ["receive", "relieve", "a", "b", "c"]
    assert not any(fix.batch for fix in finding.fixes)
    assert pages.fix_label(finding, finding.fixes[1]) == "Write “relieve”"
    assert "LanguageTool" in pages.message(finding)
    assert grammar.engine() == grammar.LANGUAGETOOL
    assert grammar.unavailable() is None


@pytest.mark.parametrize(
    ("text", "word", "offered"),
    [
        ("Bilawal went home.", "Bilawal", ("Bilabial",)),
        ("It was Zardari who came.", "Zardari", ("Yardarm",)),
        ("Smithers went. Then Smithers came.", "Smithers", ("Smothers",)),
        ("He said “they was hopeing” then.", "hopeing", ("hoping",)),
        ("The honourable member rose.", "honourable", ("honorable",)),
        ("Her fiancée left.", "fiancée", ("fiance", "fiancee")),
        ("It is on dawn.com now.", "dawn", ("dawns",)),
        ("The MINUSMA force left.", "MINUSMA", ("MINUSES",)),
        ("The 8chan board closed.", "8chan", ("Chan",)),
    ],
)
def test_names_quotations_and_other_countries_spellings_are_not_questioned(
    speller: Speller, text: str, word: str, offered: tuple[str, ...]
) -> None:
    speller.words = {word: offered}
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "word", "offered"),
    [
        ("The moai stood. A second of the moai fell.", "moai", ("moat",)),
        ("They are called polynyas.", "polynyas", ("polentas",)),
        ("Reefs of Acropora millepora died.", "millepora", ("millepore",)),
        ("The borewell ran dry.", "borewell", ("bore well",)),
        ("They sang maisha aloud.", "maisha", ("Marsha",)),
        ("The reed is a zxq.", "zxq", ("zxa",)),
    ],
)
def test_terms_and_foreign_words_are_shown_on_request(
    speller: Speller, text: str, word: str, offered: tuple[str, ...]
) -> None:
    speller.words = {word: offered}
    findings = said(text)
    assert findings
    assert {f.confidence for f in findings} == {"possible"}


def test_a_slip_in_the_word_that_opens_a_sentence_is_seen(speller: Speller) -> None:
    speller.words = {"Goverment": ("Government",)}
    (finding,) = said("It rained. Goverment offices shut.")
    assert finding.confidence == "likely"


def test_what_rests_on_a_stand_in_is_not_said(speller: Speller) -> None:
    speller.words = {"expect": ("expects",)}
    speller.rule, speller.category = "SINGULAR_NAME", "GRAMMAR"
    speller.message = "The singular proper name ‘Smith’ must be used with ‘expects’."
    assert not said("They think Forecastors expect rain.")
    speller.message = "The verb is plural."
    assert [f.rule for f in said("They think Forecastors expect rain.")] == ["grammar"]


def test_grammar_within_a_quotation_is_shown_on_request(speller: Speller) -> None:
    speller.words = {"was": ("were",)}
    speller.rule, speller.category = "WE_WAS", "GRAMMAR"
    assert [f.confidence for f in said("He said “we was here” and left.")] == ["possible"]
    assert [f.confidence for f in said("The men was here.")] == ["likely"]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("TYPOS/MORFOLOGIK_RULE_EN_GB", "spelling"),
        ("TYPOS/MODAL_OF", "grammar"),
        ("TYPOGRAPHY/WHITESPACE_RULE", "off"),
        ("MISC/ENGLISH_WORD_REPEAT_RULE", "off"),
        ("SEMANTICS/EN_DATE_WEEKDAY", "off"),
        ("PUNCTUATION/COMMA_COMPOUND_SENTENCE", "possible"),
        ("STYLE/SIMPLE", "style_hint"),
        ("NEW_CATEGORY/NEW_RULE", "possible"),
    ],
)
def test_what_a_newsroom_hears_of_a_rule(rule: str, says: str) -> None:
    assert grammar.verdict("languagetool", rule) == says


def test_code_and_what_is_nothing_but_debris_are_not_sent(speller: Speller) -> None:
    one = article("Words here.\n\nfacebook.com +6\n\nx = reciev()\n")
    code = Mark("code", Span(one.text.index("x ="), len(one.text) - 1))
    list(grammar.check(Checker().read(replace(one, marks=(code,)))))
    assert speller.sent == ["Words here."]


def test_other_settings_end_the_process_of_the_old_ones(speller: Speller) -> None:
    report("It rained.", java="/nowhere")
    assert speller.stopped
    assert grammar.engine() == grammar.HARPER


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(grammar, "_state", grammar._State())
    yield
    grammar.stop()


@pytest.mark.usefixtures("alone")
def test_without_languagetool_harper_reads_english_and_that_is_said() -> None:
    text = "They will recieve the colour programme in Pahalgam."
    result = report(text, java="/nowhere")
    assert [f.span.of(text) for f in result.findings if f.confidence == "likely"] == ["recieve"]
    assert not result.trouble
    assert grammar.engine() == "Harper"
    assert "no Java at /nowhere" in (grammar.unavailable() or "")


@pytest.mark.usefixtures("alone")
def test_without_jars_the_remedy_is_named(tmp_path: object) -> None:
    report("It rained.", folder=str(tmp_path))
    assert "bootstrap.py run" in (grammar.unavailable() or "")


@pytest.mark.usefixtures("alone")
def test_a_language_that_nobody_can_read_is_said_and_is_no_bug(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        result = report("Rien ne va plus.", "fr")
    (missing,) = result.not_checked
    assert not missing.failed
    assert "“fr”" in str(missing.reason)
    assert not result.checked
    assert grammar.engine() == ""
    assert not caplog.records


@pytest.mark.usefixtures("alone")
def test_harper_may_be_asked_from_several_threads() -> None:
    failed: list[BaseException] = []

    def ask(n: int) -> None:
        try:
            for m in range(20):
                grammar._harper(f"They will recieve {n} of {m}.")
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def test_starting_it_with_no_java_does_not_raise(alone: None) -> None:
    grammar.start(java="/nowhere")
    grammar.start(java="/nowhere", language="fr")
    assert not grammar.ready()
    grammar.stop()
    grammar.stop()


@pytest.fixture(scope="module")
def real() -> Iterator[None]:
    try:
        Server().command()
    except Unavailable as error:
        pytest.skip(f"the real LanguageTool was not run: {error}")
    grammar.start()
    yield
    grammar.stop()


@pytest.mark.usefixtures("real")
def test_the_sample_keeps_its_names_and_domains() -> None:
    text = resources.text("samples", "kashmir.txt")
    findings = said(text)
    assert grammar.ready()
    spelled = [f.span.of(text) for f in findings if f.rule == "spelling"]
    assert not spelled
    domains = [m.span() for m in re.finditer(r"[\w.]+\.(?:com|tv|pk|au)\b", text, re.IGNORECASE)]
    assert not [f for f in findings for start, end in domains if f.span.start < end and start < f.span.end]
    assert len(said(text)) == len(findings)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Then Bilawal Bhutto-Zardari recieved Hooker in Pahalgam.", "recieved"),
        ("The mayor would of agreed.", "would of"),
        ("She joined a international team.", "a"),
        ("The council have took the vote.", "took"),
    ],
)
def test_the_real_one_sees_what_is_wrong_beside_names(text: str, wrong: str) -> None:
    assert wrong in [f.span.of(text) for f in said(text) if f.confidence == "likely"]
