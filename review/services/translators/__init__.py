"""The services that translate, as far as they are set, and why the others are not to be had."""

from __future__ import annotations

from dataclasses import dataclass

from review.errors import WrongSetting
from review.services.settings import ServiceSettings
from review.services.translators import deepl, libretranslate, openai
from review.services.translators.base import Translator, to_be_sent, translated

MADE = {"deepl": deepl.translator, "libretranslate": libretranslate.translator, "openai": openai.translator}
NEEDED = {
    "deepl": "MTREVIEW_DEEPL_KEY",
    "libretranslate": "MTREVIEW_LIBRETRANSLATE_URL",
    "openai": "MTREVIEW_OPENAI_URL and MTREVIEW_OPENAI_MODEL",
}
NAMES = {"deepl": "DeepL", "libretranslate": "LibreTranslate", "openai": "OpenAI-compatible endpoint"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A translator as a door shows it: what it is called, and the service, or what has to be set first."""

    id: str
    name: str
    translator: Translator | None
    needed: str


def offers(settings: ServiceSettings) -> tuple[Offer, ...]:
    """All translators there are."""
    return tuple(Offer(name, NAMES[name], make(settings), NEEDED[name]) for name, make in MADE.items())


def translator_of(name: str, settings: ServiceSettings) -> Translator:
    """The translator of that id. Raises WrongSetting where it is not set."""
    found = MADE[name](settings) if name in MADE else None
    if found is None:
        expected = NEEDED.get(name, "one of " + ", ".join(MADE))
        raise WrongSetting(f"{NAMES.get(name, name)}: not set; expected: {expected}")
    return found


__all__ = ["MADE", "Offer", "Translator", "offers", "to_be_sent", "translated", "translator_of"]
