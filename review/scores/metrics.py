"""Which sacrebleu metric, with which settings, a language calls for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from sacrebleu.metrics.base import Metric
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from review.errors import UnscorableTexts
from review.languages import language

WORD_ORDER = 2
"""Of chrF: with word unigrams and bigrams it is chrF++."""
LONGEST_NGRAM = 4
ANALYSED = {"ja": "ja-mecab", "ko": "ko-mecab"}
UNANALYSED = "char"
PER_CHARACTER = ("zh", "ja")
"""Languages of which TER counts ideographs, not runs between spaces. sacrebleu leaves runs of kana whole."""
PRINTED = {
    "bleu": "BLEU",
    "chrf": "chrF2++",
    "ter": "TER",
    "hter": "HTER",
    "untouched": "Untouched segments",
    "mqm": "MQM by length",
    "mqm-segment": "MQM by segment",
    "esa": "ESA",
    "esa-corrected": "ESA of the corrected text",
}
"""The names of scores as they are shown, those of metrics as sacrebleu prints them."""


def tokenizer(target_lang: str) -> str:
    """The name of BLEU's tokenizer for a language: sacrebleu's default for it, or 13a.

    Japanese and Korean without their analyser installed are cut into characters, and the signature says so.
    """
    base = language(target_lang).tag
    if base == "zh":
        return "zh"
    return _analysed(ANALYSED[base]) if base in ANALYSED else BLEU.TOKENIZER_DEFAULT


@cache
def _analysed(name: str) -> str:
    try:
        BLEU(tokenize=name)
    except RuntimeError:
        return UNANALYSED
    return name


def bleu(target_lang: str, texts: Sequence[str]) -> Metric:
    """BLEU for a language, to compare some of `texts` with others of them.

    Where none of them has four tokens sacrebleu's command gives 0 to everything, also to identical texts: such a set
    is scored by the n-grams that it has, and the signature says eff:yes.
    """
    plain = BLEU(tokenize=tokenizer(target_lang))
    long = any(len(plain.tokenizer(text.rstrip()).split()) >= LONGEST_NGRAM for text in texts)
    return plain if long else BLEU(tokenize=tokenizer(target_lang), effective_order=True)


def chrf(_target_lang: str, _texts: Sequence[str]) -> Metric:
    """chrF++, the same for every language."""
    return CHRF(word_order=WORD_ORDER)


def ter(target_lang: str, _texts: Sequence[str] = ()) -> Metric:
    """TER for a language; it passes over capitals, and in spaced languages takes `end.` and `end` for two words."""
    by_character = language(target_lang).tag in PER_CHARACTER
    return TER(normalized=by_character, asian_support=by_character)


METRICS: dict[str, Callable[[str, Sequence[str]], Metric]] = {"bleu": bleu, "chrf": chrf, "ter": ter}


def metric(name: str, target_lang: str, texts: Sequence[str]) -> Metric:
    """The metric of that id, set up for a language and the texts of both sides.

    Raises UnscorableTexts for an unknown id, UnknownLanguage for an unknown tag.
    """
    if name not in METRICS:
        raise UnscorableTexts(f"metric {name!r} is not known; expected one of {', '.join(METRICS)}")
    return METRICS[name](target_lang, texts)
