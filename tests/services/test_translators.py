"""Translators before servers that speak their protocols: what is sent, what is made of it, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from review.errors import ServiceError, ServiceRefused, ServiceUnavailable, UnreadableAnswer, WrongSetting
from review.services.settings import ServiceSettings
from review.services.translators import MADE, offers, to_be_sent, translated, translator_of
from review.services.translators.base import batches
from review.services.translators.deepl import target_code
from review.services.web import LARGEST_ANSWER, TRIES, Service
from review.texts.segment import divide
from tests.machine import PATIENCE, until
from tests.services.servers import KEY, Protocol, Reply, chat, deepl, joining, libretranslate, serving, translating

SOURCE = "\n标题\n\n第一段。第二句。\n  \n\t第二段。  \n"
Set = Callable[..., ServiceSettings]


def deepl_at(url: str, key: str = KEY) -> ServiceSettings:
    return ServiceSettings(deepl_url=url, deepl_key=key, service_seconds=PATIENCE)


def libretranslate_at(url: str, key: str = KEY) -> ServiceSettings:
    return ServiceSettings(libretranslate_url=url, libretranslate_key=key, service_seconds=PATIENCE)


def openai_at(url: str, key: str = KEY) -> ServiceSettings:
    return ServiceSettings(openai_url=f"{url}/v1", openai_key=key, openai_model="m-1", service_seconds=PATIENCE)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


SPOKEN = [
    pytest.param("deepl", deepl, deepl_at, "EN-US", id="deepl"),
    pytest.param("libretranslate", libretranslate, libretranslate_at, "en", id="libretranslate"),
    pytest.param("openai", chat(translating), openai_at, "en", id="openai"),
]


@pytest.mark.parametrize(("name", "protocol", "at", "code"), SPOKEN)
def test_each_paragraph_comes_back_in_its_place(name: str, protocol: Protocol, at: Set, code: str) -> None:
    with serving(protocol) as server:
        made = translated(translator_of(name, at(server.url)), divide(SOURCE, "zh"), "en")
    expected = f"\n[{code}] 标题\n\n[{code}] 第一段。第二句。\n  \n\t[{code}] 第二段。  \n"
    assert made == expected


@pytest.mark.parametrize(("name", "protocol", "at", "code"), SPOKEN)
def test_long_articles_go_in_several_requests(name: str, protocol: Protocol, at: Set, code: str) -> None:
    source = divide("".join(f"第{n}段。\n" for n in range(130)), "zh")
    shares: list[float] = []
    with serving(protocol) as server:
        made = translated(translator_of(name, at(server.url)), source, "en", shares.append)
        assert sum(request.method == "POST" for request in server.seen) >= 3
    assert made == "".join(f"[{code}] 第{n}段。\n" for n in range(130))
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize(("name", "protocol", "at", "code"), SPOKEN)
def test_a_wrong_key_is_said_and_not_shown(name: str, protocol: Protocol, at: Set, code: str) -> None:
    wrong = "sk-wrong-77aa"
    with serving(protocol) as server:
        settings = at(server.url, wrong)
        with pytest.raises(ServiceRefused, match="expected a key that it takes") as refused:
            translated(translator_of(name, settings), divide(SOURCE, "zh"), "en")
    assert wrong not in str(refused.value)
    assert "127.0.0.1" in str(refused.value)
    assert wrong not in repr(settings)
    assert wrong not in repr(translator_of(name, settings))


@pytest.mark.parametrize(("name", "protocol", "at", "code"), SPOKEN)
@pytest.mark.parametrize(
    ("reply", "error", "said"),
    [
        (Reply(200, b"<html>Bad gateway</html>"), UnreadableAnswer, "no JSON: <html>Bad gateway"),
        (Reply(200, {"detail": "ok"}), UnreadableAnswer, "expected a list"),
        (Reply(200, [1, 2]), ServiceError, "expected"),
        (Reply(200, b'{"translations": [{"text": "One', cut=3), UnreadableAnswer, "broke off"),
        (Reply(200, b" " * (LARGEST_ANSWER + 1)), UnreadableAnswer, "a shorter answer"),
        (Reply(404, {"message": "no model"}), ServiceRefused, "status 404.*no model.*expected an address and a model"),
        (Reply(456, {"message": "Quota exceeded"}), ServiceRefused, "expected quota that is not used up"),
        (Reply(302, b"", {"Location": "http://127.0.0.1:1/"}), ServiceRefused, "status 302"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(
    name: str, protocol: Protocol, at: Set, code: str, reply: Reply, error: type[ServiceError], said: str
) -> None:
    with serving(protocol) as server:
        server.first.append(reply)
        with pytest.raises(error, match=said):
            translated(translator_of(name, at(server.url)), divide(SOURCE, "zh"), "en")
        assert len(server.seen) == 1


PARTIAL = [
    pytest.param("deepl", deepl_at, {"translations": [{"text": "One"}, {"text": "Two"}]}, id="deepl: one too few"),
    pytest.param("deepl", deepl_at, {"translations": [{"text": "One"}, {}, {"text": "Three"}]}, id="deepl: no text"),
    pytest.param("libretranslate", libretranslate_at, {"translatedText": ["One", "", "Three"]}, id="libre: empty"),
    pytest.param("libretranslate", libretranslate_at, {"translatedText": ["One", 2, "Three"]}, id="libre: a number"),
]


@pytest.mark.parametrize(("name", "at", "body"), PARTIAL)
def test_a_partial_answer_is_none(name: str, at: Set, body: object) -> None:
    def partial(request: object) -> Reply:
        return libretranslate(request) if request.method == "GET" else Reply(200, body)  # type: ignore[attr-defined,arg-type]

    with serving(partial) as server, pytest.raises(UnreadableAnswer, match="translated paragraphs; expected 3, none"):
        translated(translator_of(name, at(server.url)), divide(SOURCE, "zh"), "en")


def test_what_was_paid_for_before_a_failure_is_not_paid_for_again() -> None:
    source = divide("".join(f"第{n}段。\n" for n in range(120)), "zh")
    with serving(deepl) as server:
        translator = translator_of("deepl", deepl_at(server.url))
        first = [Reply(200, {"translations": [{"text": f"Paragraph {n}."} for n in range(50)]}), Reply(456, {})]
        server.first.extend(first)
        with pytest.raises(ServiceRefused):
            translated(translator, source, "en")
        made = translated(translator, source, "en")
        assert [len(request.body["text"]) for request in server.seen] == [50, 50, 50, 20]
        assert translated(translator, source, "en") == made
        assert len(server.seen) == 4
    assert made.startswith("Paragraph 0.\nParagraph 1.\n")
    assert made.endswith("[EN-US] 第119段。\n")


def test_a_model_that_joins_paragraphs_is_asked_for_fewer() -> None:
    with serving(chat(joining)) as server:
        made = translated(translator_of("openai", openai_at(server.url)), divide(SOURCE, "zh"), "en")
        assert len(server.seen) == 5
    assert made == "\n[en] 标题\n\n[en] 第一段。第二句。\n  \n\t[en] 第二段。  \n"


def test_a_model_that_refuses_a_temperature_is_asked_without() -> None:
    with serving(chat(translating, refused="temperature")) as server:
        made = translated(translator_of("openai", openai_at(server.url)), divide("标题", "zh"), "en")
        assert ["temperature" in request.body for request in server.seen] == [True, False]
    assert made == "[en] 标题"


def test_an_answer_cut_off_by_the_model_is_refused() -> None:
    cut = {"choices": [{"message": {"content": '{"translations": ["O'}, "finish_reason": "length"}]}
    with serving(lambda request: Reply(200, cut)) as server, pytest.raises(UnreadableAnswer, match="cut off"):
        translated(translator_of("openai", openai_at(server.url)), divide("标题", "zh"), "en")


def service_at(url: str, seconds: float = 5) -> Service:
    return Service("Test", url, KEY, seconds=seconds, pause=0)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again(status: int) -> None:
    with serving(lambda request: Reply(200, request.body)) as server:
        server.first.extend([Reply(status, {}), Reply(status, {}, {"Retry-After": "0"})])
        assert service_at(server.url).post("/x", {"a": 1}) == {"a": 1}
        assert [request.body for request in server.seen] == [{"a": 1}] * 3


def test_a_service_that_stays_busy_is_said_to_be() -> None:
    with serving(lambda request: Reply(429, {"message": "Too many requests"})) as server:
        with pytest.raises(ServiceUnavailable, match=f"status 429 after {TRIES} more tries.*Too many requests"):
            service_at(server.url).post("/x", {})
        assert len(server.seen) == 1 + TRIES


def test_silence_is_not_waited_for_twice() -> None:
    with serving(lambda request: Reply(200, {}, silent=True)) as server:
        with pytest.raises(ServiceUnavailable, match=r"no answer within 0\.2 seconds"):
            service_at(server.url, seconds=0.2).post("/x", {})
        until(lambda: server.seen)
        assert len(server.seen) == 1


def test_a_service_that_is_not_there_is_said_to_be() -> None:
    with serving(lambda request: Reply(200, {})) as server:
        gone = server.url
    with pytest.raises(ServiceUnavailable, match=r"Test at 127\.0\.0\.1:\d+: cannot be reached"):
        service_at(gone).get("/x")


@pytest.mark.parametrize("key", ["two\nlines", "schlüssel"])
def test_a_key_that_no_header_can_hold_is_refused(key: str) -> None:
    with serving(lambda request: Reply(200, {})) as server, pytest.raises(ServiceRefused) as refused:
        Service("Test", server.url, key).get("/x")
    assert key not in str(refused.value)
    assert not server.seen


def test_a_login_file_does_not_stand_in_for_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file := tmp_path / "netrc").write_text("default login me password pw\n")
    monkeypatch.setenv("NETRC", str(file))
    with serving(lambda request: Reply(200, {})) as server:
        service_at(server.url).get("/x")
        assert server.seen[0].headers["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["a"], [[0]]),
        (["aa", "", "bb", " ", "cc", "dd"], [[0, 2], [4, 5]]),
        (["aaaaaaaaa", "b"], [[0], [1]]),
        (["aaa", "bbb", "c"], [[0], [1, 2]]),
    ],
)
def test_texts_are_sent_in_runs(texts: list[str], expected: list[list[int]]) -> None:
    assert list(batches(texts, most=3, longest=5)) == expected


def test_what_will_be_sent_is_known_before() -> None:
    assert to_be_sent(divide(SOURCE, "zh")) == len("标题第一段。第二句。第二段。")


def test_nothing_is_set_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ServiceSettings.__slots__:
        monkeypatch.delenv(f"MTREVIEW_{name.upper()}", raising=False)
    assert [offer.translator for offer in offers(ServiceSettings())] == [None] * len(MADE)
    with pytest.raises(WrongSetting, match="DeepL: not set; expected: MTREVIEW_DEEPL_KEY"):
        translator_of("deepl", ServiceSettings())


@pytest.mark.parametrize(("key", "host"), [("a:fx", "api-free.deepl.com"), ("a", "api.deepl.com")])
def test_a_deepl_key_tells_its_server(key: str, host: str) -> None:
    assert translator_of("deepl", ServiceSettings(deepl_key=key)).service.host == host


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "EN-US"), ("en-GB", "EN-GB"), ("de", "DE"), ("pt_BR", "PT-BR"), ("zh-TW", "ZH-HANT")]
)
def test_deepl_is_told_the_target_in_its_codes(tag: str, code: str) -> None:
    assert target_code(tag) == code


def test_a_language_that_a_server_lacks_is_named() -> None:
    with serving(libretranslate) as server, pytest.raises(ServiceRefused, match=r"no language 'is'.*zh-Hans"):
        translated(translator_of("libretranslate", libretranslate_at(server.url)), divide(SOURCE, "zh"), "is")


@pytest.mark.parametrize(
    ("name", "text"), [("openai_url", "localhost:1"), ("deepl_url", "ftp://x"), ("judge_requests", "0")]
)
def test_settings_that_cannot_be_are_named(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    monkeypatch.setenv(f"MTREVIEW_{name.upper()}", text)
    with pytest.raises(WrongSetting, match=f"MTREVIEW_{name.upper()}"):
        ServiceSettings()


def test_each_setting_is_described() -> None:
    assert all(
        f"`{name}`" in (ServiceSettings.__doc__ or "") or name.endswith("_key") for name in ServiceSettings.__slots__
    )
