"""DeepL's own protocol: POST /v2/translate, a list of texts in, a list of translations out.

After https://developers.deepl.com/docs/api-reference/translate: at most 50 texts and 128 KiB a request.
"""

from __future__ import annotations

from review.services.settings import ServiceSettings
from review.services.translators.base import Batch, Languages, Translator
from review.services.web import Service, expect_list

FREE = ":fx"
"""How the keys of DeepL's free plan end."""
HOSTS = {True: "https://api-free.deepl.com", False: "https://api.deepl.com"}
TARGETS = {"en": "EN-US", "pt": "PT-PT", "no": "NB", "zh": "ZH-HANS"}
"""Target languages that DeepL wants told more closely than by our tag."""
REGIONS = {
    "en-gb": "EN-GB",
    "en-us": "EN-US",
    "pt-br": "PT-BR",
    "pt-pt": "PT-PT",
    "zh-tw": "ZH-HANT",
    "zh-hk": "ZH-HANT",
    "zh-hant": "ZH-HANT",
}
MOST = 50
LONGEST = 25_000
"""Characters: with three or four bytes each and JSON around them, they stay under 128 KiB."""


def translator(settings: ServiceSettings) -> Translator | None:
    """DeepL as it is set; None without a key."""
    if not settings.deepl_key:
        return None
    url = settings.deepl_url or HOSTS[settings.deepl_key.endswith(FREE)]
    service = Service("DeepL", url, settings.deepl_key, "DeepL-Auth-Key", settings.service_seconds)
    cost = "DeepL counts these characters against your plan."
    return Translator("deepl", "DeepL", service, ask, MOST, LONGEST, cost)


def ask(service: Service, batch: Batch, languages: Languages) -> list[str]:
    """The translations of some paragraphs."""
    body = {
        "text": list(batch),
        "source_lang": _base(languages.source).upper(),
        "target_lang": target_code(languages.target),
    }
    answer = service.post("/v2/translate", body)
    return [
        one.get("text", "") if isinstance(one, dict) else "" for one in expect_list(service, answer, "translations")
    ]


def target_code(tag: str) -> str:
    """DeepL's code of a target language."""
    return REGIONS.get(tag.lower().replace("_", "-")) or TARGETS.get(_base(tag)) or _base(tag).upper()


def _base(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()
