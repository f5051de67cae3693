"""Language detection: a table of texts, short ones too, and that it never guesses on nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from review.languages import BY_TAG, UNDETERMINED
from review.texts.language import detect
from review.texts.profiles import detector
from tests.texts.test_encoding import (
    ARABIC,
    CHINESE,
    CZECH,
    FRENCH,
    GERMAN,
    GREEK,
    HEBREW,
    JAPANESE,
    KOREAN,
    POLISH,
    RUSSIAN,
    TRADITIONAL,
    TURKISH,
)

TEXTS = [
    *[("zh", CHINESE), ("zh", TRADITIONAL), ("ja", JAPANESE), ("ko", KOREAN), ("ru", RUSSIAN), ("de", GERMAN)],
    *[("fr", FRENCH), ("pl", POLISH), ("cs", CZECH), ("tr", TURKISH), ("el", GREEK), ("he", HEBREW), ("ar", ARABIC)],
    ("en", "The meeting was held today, and the delegates discussed the plans for next year."),
    ("es", "La reunión se celebró hoy y los asistentes hablaron de los planes para el próximo año."),
    ("it", "La riunione si è tenuta oggi e i partecipanti hanno discusso i piani per il prossimo anno."),
    ("nl", "De vergadering vond vandaag plaats en de deelnemers bespraken de plannen voor volgend jaar."),
    ("uk", "Зустріч відбулася сьогодні, її учасники обговорили плани на наступний рік."),
    ("bg", "Срещата се проведе днес и участниците обсъдиха плановете за следващата година."),
    ("fa", "این نشست امروز در تهران برگزار شد و شرکت‌کنندگان درباره برنامه‌های سال آینده گفتگو کردند."),
    ("ur", "یہ اجلاس آج ہوا اور شرکاء نے اگلے سال کے منصوبوں پر بات چیت کی، اور ٹیم بنائی۔"),
    ("is", "Fundurinn var haldinn í dag og þátttakendur ræddu áætlanir næsta árs, það var góð umræða."),
    ("hi", "बैठक आज हुई।"),
    ("th", "การประชุมวันนี้"),
    ("zh", "北京大学"),
    ("zh", "图书馆"),
    ("zh", "5G 网络建设"),
    ("zh", "中国制造と"[:4] + "日本品牌"),
    ("ja", "東京の駅"),
    ("ja", "駅前広場"),
    ("ja", "カメラ"),
    ("ko", "서울"),
    ("ru", "Мы открыли новый музей"),
    ("he", "חדשות היום"),
    ("ar", "أخبار اليوم"),
    ("en", "This is the end of it"),
    ("en", "He said that 研发 is a word for research and development in this report."),
    ("zh", "他说 research and development 是这份报告里最重要的两个词，大家都同意。"),
    ("en", "THE MEETING WAS HELD TODAY AND THE DELEGATES DISCUSSED THE PLANS FOR NEXT YEAR."),
]
UNSURE = [
    "",
    " \n",
    "123,456",
    "!!!",
    "https://example.com/the/and/of",
    "a.b@example.com",
    "🙂",
    "Tsinghua",
    "OK",
    "<b></b>",
]


@pytest.mark.parametrize(("tag", "text"), TEXTS, ids=[f"{tag}-{text[:16]}" for tag, text in TEXTS])
def test_the_language_is_told(tag: str, text: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize("text", UNSURE)
def test_no_guess_without_evidence(text: str) -> None:
    assert detect(text) == "und"


@given(st.text(max_size=80))
def test_every_answer_is_in_the_table(text: str) -> None:
    assert detect(text) in {*BY_TAG, UNDETERMINED.tag}


def test_the_digest_of_profiles_says_what_langdetect_says() -> None:
    theirs = DetectorFactory()
    theirs.seed = 0
    theirs.load_profile(PROFILES_DIRECTORY)
    for _, text in TEXTS:
        answers = []
        for asked in (theirs.create(), detector()):
            asked.append(text)
            answers.append([(guess.lang, guess.prob) for guess in asked.get_probabilities()])
        assert answers[0] == answers[1]


def test_threads_agree() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(detect, [GERMAN] * 32)) == {"de"}
