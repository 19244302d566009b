"""The language model that sees points made twice: a made-up one for its files and sums, the real one where it is."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import struct
from pathlib import Path

import pytest

from editor import checker
from editor.formats import text as plain
from editor.reading import paraphrase
from editor.reading.paraphrase import VOCABULARY, WEIGHTS, Unusable, WordPieces

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "fire", "##s", "blaze", "un", "##able", ",", "cafe"]
numpy_there = pytest.mark.skipif(importlib.util.find_spec("numpy") is None, reason="numpy is not installed")
model_there = pytest.mark.skipif(
    importlib.util.find_spec(paraphrase.PACKAGE) is None, reason="the model is not installed"
)


def made(place: Path, size: int = 24) -> dict[str, str]:
    """A tiny model in a folder, one layer of numbers that are always the same; gives the digests of its files."""
    shapes: dict[str, list[int]] = {
        "embeddings.word_embeddings.weight": [len(WORDS), size],
        "embeddings.position_embeddings.weight": [16, size],
        "embeddings.token_type_embeddings.weight": [2, size],
    }
    layer = "encoder.layer.0."
    for name, wide, narrow in (
        ("attention.self.query", size, size),
        ("attention.self.key", size, size),
        ("attention.self.value", size, size),
        ("attention.output.dense", size, size),
        ("intermediate.dense", 2 * size, size),
        ("output.dense", size, 2 * size),
    ):
        shapes |= {f"{layer}{name}.weight": [wide, narrow], f"{layer}{name}.bias": [wide]}
    for name in ("embeddings.", f"{layer}attention.output.", f"{layer}output."):
        shapes |= {f"{name}LayerNorm.weight": [size], f"{name}LayerNorm.bias": [size]}
    header, body = {}, b""
    for number, (name, shape) in enumerate(shapes.items()):
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        values = [((i * 7919 + number * 104729) % 1009) / 1009 - 0.5 for i in range(count)]
        data = struct.pack(f"<{count}f", *values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    told = json.dumps(header).encode()
    (place / WEIGHTS).write_bytes(struct.pack("<Q", len(told)) + told + body)
    (place / VOCABULARY).write_text("\n".join(WORDS), encoding="utf-8")
    return {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in (WEIGHTS, VOCABULARY)}


def test_words_are_cut_into_the_longest_pieces_known() -> None:
    pieces = WordPieces(WORDS)
    assert [WORDS[n] for n in pieces.numbers("Fires, unable")] == ["[CLS]", "fire", "##s", ",", "un", "##able", "[SEP]"]
    assert [WORDS[n] for n in pieces.numbers("CAFÉ firemen")] == ["[CLS]", "cafe", "[UNK]", "[SEP]"]


def test_a_very_long_clause_is_read_to_a_limit() -> None:
    assert len(WordPieces(WORDS).numbers("fire " * 1000)) == paraphrase.LONGEST


@numpy_there
def test_a_model_is_read_from_its_files(tmp_path: Path) -> None:
    model = paraphrase.loaded(tmp_path, made(tmp_path))
    told = model.likeness(["fires", "blaze", "fires"])
    assert told[0][0] == pytest.approx(1, abs=1e-5)
    assert told[0][2] == pytest.approx(1, abs=1e-5)
    assert told[0][1] == pytest.approx(told[1][0], abs=1e-5)
    assert told[0][1] < 0.9999
    assert model.likeness([]) == []


@numpy_there
def test_a_clause_means_the_same_whatever_stands_beside_it(tmp_path: Path) -> None:
    model = paraphrase.loaded(tmp_path, made(tmp_path))
    short = model.likeness(["fire", "blaze"])[0][1]
    model.likeness([])
    assert model.likeness(["fire", "blaze", "unable, unable, fires"])[0][1] == pytest.approx(short, abs=1e-5)


@pytest.mark.parametrize("name", [WEIGHTS, VOCABULARY])
def test_a_file_that_is_not_the_one_known_is_refused(tmp_path: Path, name: str) -> None:
    pinned = made(tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b"\n")
    with pytest.raises(Unusable, match="not the file that Copydesk knows"):
        paraphrase.loaded(tmp_path, pinned)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="can't be read"):
        paraphrase.loaded(tmp_path, {WEIGHTS: ""})


def test_where_it_is_not_installed_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paraphrase, "PACKAGE", "no_such_package")
    article = plain.composed("One in four pupils walks to class. The town has no buses.")
    report = checker.Checker({"same_point": {"paraphrase": True}}).report(article, only=("same_point",))
    assert report.checked == ("same_point",)
    assert [(t.check, t.failed) for t in report.not_checked] == [("paraphrase", False)]
    assert "--no-deps" in str(report.not_checked[0].reason)


@model_there
def test_the_model_puts_sentences_where_its_makers_do() -> None:
    told = paraphrase.model().likeness(
        ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    )
    assert told[0] == pytest.approx([1, 0.69458, 0.94292, 0.25688], abs=1e-4)


@model_there
def test_a_finding_says_that_the_model_saw_it() -> None:
    text = (
        "Humberto was expected to pass by Bermuda late on Wednesday night.\nSchools in the valley stayed open.\n"
        "A caretaker sweeps the stairs.\nThe centre predicted that Humberto would pass by Bermuda on Wednesday night.\n"
    )
    article = plain.composed(text)
    assert not checker.Checker().report(article, only=("same_point",)).findings
    (found,) = checker.Checker({"same_point": {"paraphrase": True}}).report(article, only=("same_point",)).findings
    assert (found.rule, found.confidence) == ("meant", "possible")
