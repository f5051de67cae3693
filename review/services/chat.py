"""An OpenAI-compatible chat endpoint: one question, one answer, and what it used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from review.errors import ServiceRefused, UnreadableAnswer
from review.services.settings import ServiceSettings
from review.services.web import Service, expect_list

STEADY = {"temperature": 0}
"""So that the same question gets the same answer; some models refuse it, and are then asked without."""
LETTERS_A_TOKEN = 3.0
"""Letters of alphabetic scripts in a token, at the least favourable end of what tokenizers do with English."""
WIDE = 0x2E80
"""From this code point on, in the scripts of East Asia, a character counts as a token."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A model behind an endpoint."""

    service: Service
    model: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said, and how many tokens the question and the answer took: as told, or else as estimated."""

    text: str
    tokens: int


def endpoint(settings: ServiceSettings, model: str) -> Chat:
    """The endpoint as it is set, with a model; the address must be set."""
    service = Service(model, settings.openai_url, settings.openai_key, seconds=settings.service_seconds)
    return Chat(service, model)


def ask(chat: Chat, instructions: str, question: str) -> Said:
    """The answer to a question under instructions. Raises ServiceError, also for an answer that was cut off."""
    roles = [{"role": "system", "content": instructions}, {"role": "user", "content": question}]
    body = {"model": chat.model, "messages": roles}
    try:
        answer = chat.service.post("/chat/completions", body | STEADY)
    except ServiceRefused as refused:
        if not any(name in refused.found for name in STEADY):
            raise
        answer = chat.service.post("/chat/completions", body)
    text = _text(chat.service, answer)
    return Said(text, _used(answer) or tokens(instructions + question + text))


def tokens(text: str) -> int:
    """About how many tokens a text is, rather too many than too few."""
    wide = sum(ord(character) >= WIDE for character in text)
    return wide + int((len(text) - wide) / LETTERS_A_TOKEN) + 1


def json_in(chat: Chat, text: str) -> Any:
    """The JSON object in an answer, which may stand in a code fence or between words. Raises UnreadableAnswer.

    Reasoning that some models print before it is passed over.
    """
    decoder = json.JSONDecoder()
    found = text.rpartition("</think>")[2]
    for start, character in enumerate(found):
        if character == "{":
            try:
                return decoder.raw_decode(found, start)[0]
            except (ValueError, RecursionError):
                continue
    raise UnreadableAnswer(chat.service.place, f"no JSON object in {text[:120]!r}", "one JSON object")


def _text(service: Service, answer: object) -> str:
    choices = expect_list(service, answer, "choices")
    first = choices[0] if choices and isinstance(choices[0], Mapping) else {}
    if first.get("finish_reason") == "length":
        raise UnreadableAnswer(service.place, "an answer cut off at the model's limit", "a whole one")
    message = first.get("message")
    content = message.get("content") if isinstance(message, Mapping) else None
    if not isinstance(content, str):
        raise UnreadableAnswer(service.place, "an answer without text", "the text of a message")
    return content


def _used(answer: object) -> int:
    usage = answer.get("usage") if isinstance(answer, Mapping) else None
    total = usage.get("total_tokens") if isinstance(usage, Mapping) else None
    return total if isinstance(total, int) and total > 0 else 0
