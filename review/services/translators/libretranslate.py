"""LibreTranslate: GET /languages tells what it translates, POST /translate takes a list of texts."""

from __future__ import annotations

from collections.abc import Collection

from review.errors import ServiceRefused
from review.services.settings import ServiceSettings
from review.services.translators.base import Batch, Languages, Translator
from review.services.web import Service, expect_list

CODES = {
    "zh": ("zh-Hans", "zh"),
    "zh-tw": ("zh-Hant", "zt"),
    "zh-hk": ("zh-Hant", "zt"),
    "zh-hant": ("zh-Hant", "zt"),
    "no": ("nb", "no"),
    "pt-br": ("pt-BR", "pb", "pt"),
}
"""By our tag, what its releases have called the language, the newest first."""
MOST = 20
LONGEST = 4_000
"""Characters: servers take 5,000 a request or so, as far as they limit them."""


def translator(settings: ServiceSettings) -> Translator | None:
    """The LibreTranslate server as it is set; None without an address."""
    if not settings.libretranslate_url:
        return None
    key = settings.libretranslate_key
    service = Service("LibreTranslate", settings.libretranslate_url, key, "", settings.service_seconds)
    cost = "A server of your own costs nothing; a hosted one counts requests or characters."
    return Translator("libretranslate", "LibreTranslate", service, ask, MOST, LONGEST, cost)


def ask(service: Service, batch: Batch, languages: Languages) -> list[str]:
    """The translations of some paragraphs."""
    listed = expect_list(service, service.get("/languages"))
    offered = {str(one.get("code")): one.get("targets") for one in listed if isinstance(one, dict)}
    source = _code(service, languages.source, offered)
    target = _code(service, languages.target, offered[source] or offered)
    body = {"q": list(batch), "source": source, "target": target, "format": "text"}
    answer = service.post("/translate", body | ({"api_key": service.key} if service.key else {}))
    return expect_list(service, answer, "translatedText")


def _code(service: Service, tag: str, offered: Collection[str]) -> str:
    """What the server calls a language."""
    full = tag.lower().replace("_", "-")
    base = full.split("-")[0]
    for name in (*CODES.get(full, ()), tag, *CODES.get(base, ()), base):
        if name in offered:
            return name
    listed = ", ".join(sorted(map(str, offered))[:40])
    raise ServiceRefused(service.place, f"no language {tag!r} for this pair", f"one of those it has: {listed}")
