"""What a user sets of services. Without any of it, nothing is ever sent anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from review.settings import from_environment

JUDGE_REQUESTS = 200
"""Requests: an article of 200 segments, which is long for an article of the press."""
JUDGE_TOKENS = 300_000
"""Tokens: about 1,500 for each of those requests, instructions included."""
SECONDS = 120
"""Until an answer must have come: a model on a machine without an accelerator takes a minute for a paragraph."""
COMET = "Unbabel/XCOMET-XL"


def address(text: str) -> str:
    """An http or https address without the slash at its end. Raises ValueError."""
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("an address that begins with http:// or https://")
    return text.strip().rstrip("/")


def count(text: str) -> int:
    """A whole number from 1. Raises ValueError."""
    number = int(text) if text.strip().isdecimal() else 0
    if number < 1:
        raise ValueError("a whole number from 1")
    return number


def _set(name: str, default: str | int = "", read: Callable[[str], Any] = str, *, secret: bool = False) -> Any:
    return field(default_factory=partial(from_environment, name, lambda: default, read), repr=not secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSettings:
    """The services that are set; "" switches one off.

    `openai_url` is the address of an OpenAI-compatible endpoint up to and with `/v1`, `openai_model` the model that
    translates, `judge_model` the one that judges; `libretranslate_url` and `languagetool_url` are servers;
    `deepl_key` alone makes DeepL known, whose `deepl_url` follows from it. A judge asks for no more than
    `judge_requests` and about `judge_tokens` each time. `comet_python` is the Python of the environment that COMET is
    installed in, `comet_model` a model's name or checkpoint. `service_seconds` is how long one answer may take.
    The keys never leave this value but for the service itself: they are not printed. Raises WrongSetting.
    """

    openai_url: str = _set("openai_url", read=address)
    openai_key: str = _set("openai_key", read=str.strip, secret=True)
    openai_model: str = _set("openai_model")
    libretranslate_url: str = _set("libretranslate_url", read=address)
    libretranslate_key: str = _set("libretranslate_key", read=str.strip, secret=True)
    deepl_url: str = _set("deepl_url", read=address)
    deepl_key: str = _set("deepl_key", read=str.strip, secret=True)
    judge_model: str = _set("judge_model")
    judge_requests: int = _set("judge_requests", JUDGE_REQUESTS, count)
    judge_tokens: int = _set("judge_tokens", JUDGE_TOKENS, count)
    languagetool_url: str = _set("languagetool_url", read=address)
    comet_python: str = _set("comet_python")
    comet_model: str = _set("comet_model", COMET)
    service_seconds: int = _set("service_seconds", SECONDS, count)

    @property
    def has_judges(self) -> bool:
        """Whether a judge is set."""
        return bool(self.judge_model or self.languagetool_url or self.comet_python)
