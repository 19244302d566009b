"""The client tied to our own process: what it says, what it sends, and to whom."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from editor.languagetool import client as room
from editor.languagetool.client import Client, Match, Refused, tied, variant
from editor.languagetool.supervisor import Server, Unavailable

StandIn = Callable[[str], str]
SECRET = "EMBARGOED: minister resigns"


@pytest.fixture
def client(jars: Path, stand_in: StandIn) -> Iterator[Client]:
    one = Client(jars, stand_in("serves"), limit=30)
    yield one
    one.stop()


def sent() -> list[tuple[str, str]]:
    """What the stand-in was sent, but for the sentence that warms it."""
    lines = Path(os.environ["COPYDESK_TEST_NOTES"]).read_text().splitlines()
    return [(language, text) for language, text in map(json.loads, lines) if text != room.WARMING]


def test_starting_does_not_wait(client: Client) -> None:
    client.start()
    client.start()
    assert client.check("All is well.", "en") == ()
    assert client.ready()
    assert client.pid


def test_a_match_over_characters_of_two_units_ends_where_it_ends(client: Client) -> None:
    text = "😀 is wrong 😀🎉 twice! 😀"
    (match,) = client.check(text, "en")
    assert text[match.start : match.end] == "wrong 😀🎉 twice"
    assert match == Match(5, 19, "RULE", "GRAMMAR", "grammar", "It is wrong.", ("right",))


def test_nothing_is_sent_twice(client: Client) -> None:
    for _ in range(3):
        client.check("Once.", "en")
        client.check("Once.", "en-US")
    client.check("Once.", "en-GB")
    assert sent() == [("en-US", "Once."), ("en-GB", "Once.")]


def test_half_a_character_is_sent_as_the_sign_for_it(client: Client) -> None:
    text = "\ud83d is wrong!"
    (match,) = client.check(text, "en")
    assert text[match.start : match.end] == "wrong"


def test_a_process_that_dies_is_started_anew(client: Client) -> None:
    client.check("Before.", "en")
    first = client.pid
    psutil.Process(first).send_signal(signal.SIGKILL)
    assert client.check("It is wrong!", "en")
    assert client.pid != first
    assert client.ready()


def test_one_that_dies_again_and_again_is_given_up(client: Client) -> None:
    with pytest.raises(Unavailable, match=r"failed 4 times"):
        client.check("die", "en")
    assert not client.ready()
    with pytest.raises(Unavailable, match=r"failed 4 times"):
        client.check("Another.", "en")
    assert not client.pid


def test_stopping_ends_the_process_and_answers_who_waits(jars: Path, stand_in: StandIn) -> None:
    client = Client(jars, stand_in("import time; time.sleep(600)"), limit=60)
    said: list[str] = []

    def ask() -> None:
        try:
            client.check("Waiting.", "en")
        except Unavailable as error:
            said.append(str(error))

    client.start()
    waiting = [threading.Thread(target=ask) for _ in range(3)]
    for thread in waiting:
        thread.start()
    client.stop()
    for thread in waiting:
        thread.join(timeout=10)
    assert said == ["LanguageTool was stopped."] * 3
    assert not client.pid


def test_a_proxy_in_the_environment_gets_no_byte(
    client: Client, trap: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, trap.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    client.check(SECRET, "en")
    assert ("en-US", SECRET) in sent()
    assert trap.heard == []


def test_a_redirect_is_not_followed(client: Client, trap: SimpleNamespace) -> None:
    with pytest.raises(Unavailable, match="answered 307"):
        client.check(f"redirect {trap.url} {SECRET}", "en")
    assert trap.heard == []


def test_a_stranger_who_takes_the_port_over_hears_nothing(
    jars: Path, stand_in: StandIn, trap: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(jars, stand_in("serves"), limit=30)
    server.start()
    tool = tied(server, "en-US")
    psutil.Process(server.pid).kill()
    monkeypatch.setattr(server, "_port", trap.server_port)
    tool._url = f"{server.url}v2/"
    with pytest.raises(Refused, match="gone, or another one has its port"):
        tool.check(SECRET)
    server.stop()
    assert trap.heard == []


def test_text_goes_nowhere_but_to_our_own_address_and_never_by_get(
    jars: Path, stand_in: StandIn, trap: SimpleNamespace
) -> None:
    server = Server(jars, stand_in("serves"), limit=30)
    server.start()
    tool = tied(server, "en-US")
    with pytest.raises(Refused):
        tool._query_server(f"{trap.url}/v2/check", {"text": SECRET}, method="post")
    with pytest.raises(Refused):
        tool._query_server(f"{server.url}v2/check", {"text": SECRET})
    server.stop()
    assert trap.heard == []


def test_there_is_no_way_to_the_public_service() -> None:
    folder = Path(room.__file__).parent.parent
    for place in folder.rglob("*.py"):
        assert "LanguageToolPublicAPI" not in place.read_text("utf-8"), place
        assert "api.languagetool" not in place.read_text("utf-8"), place


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "en-US"),
        ("en-US", "en-US"),
        ("en-GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("en-IN", "en-GB"),
        ("es-AR", "es"),
        ("ca", "ca-ES"),
        ("pt", "pt"),
        ("pt-BR", "pt-BR"),
    ],
)
def test_a_language_has_its_name_there(tag: str, name: str) -> None:
    assert variant(tag) == name


def test_a_language_that_is_not_installed_is_said_so(client: Client) -> None:
    with pytest.raises(Unavailable, match=r"English, Spanish, Catalan, Portuguese.*“fr”"):
        client.check("Rien ne va plus.", "fr")


@pytest.fixture(scope="module")
def real() -> Iterator[Client]:
    try:
        Server().command()
    except Unavailable as error:
        pytest.skip(f"the real LanguageTool was not run: {error}")
    one = Client()
    yield one
    one.stop()


def test_the_real_one_reads_english(real: Client) -> None:
    text = "😀 The council recieve it on 😀 Monday."
    matches = real.check(text, "en")
    assert [text[m.start : m.end] for m in matches if m.issue == "misspelling"] == ["recieve"]
    assert "receive" in matches[0].replacements
    assert real.ready()


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("es", "El alcalde dijo que la casas es grande.", "la casas"),
        ("ca", "El cotxe que vaig comprar era molt bonica i barrata.", "barrata"),
        ("pt", "Os menino foram à escola.", "menino"),
    ],
)
def test_the_real_one_reads_what_is_installed(real: Client, language: str, text: str, wrong: str) -> None:
    assert wrong in [text[m.start : m.end] for m in real.check(text, language)]


def test_the_real_one_is_our_child_and_ends(real: Client) -> None:
    real.check("The council met.", "en")
    child = psutil.Process(real.pid)
    assert child.ppid() == os.getpid()
    assert any(c.laddr.ip == "127.0.0.1" for c in child.net_connections("tcp"))
    assert all(c.laddr.ip == "127.0.0.1" for c in child.net_connections("tcp") if c.status == psutil.CONN_LISTEN)
