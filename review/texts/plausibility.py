"""How likely a decoded text is to be what was meant: the judge between encodings."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

COMMON_HAN = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方"
    "多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情"
    "明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给"
    "世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
    "量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
    "省县京州江河湖村镇街号组织委党青少技届奖获办协会议举讲话加召开工作中心主任书记副席研究讨论"
    "這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產給話員條論處義認題變總電數報"
    "結務場計據資隊決馬書聽卻達強難權記張該萬覺術領確傳觀讓識帶導爭運縣號組織黨獎獲辦協議舉講華灣環經濟歷應廣"
    "日本東京都大学生会社員年月時分今先行見出入前後新聞政府首相選挙市町村駅店円気対県発国際情報経済関係実現問題開始予定昨平成令和"
)
"""The most frequent characters of Chinese, in both scripts, and of Japanese."""
COMMON_CJK_MARKS = frozenset("，。、：；！？“”《》（）「」『』…—·　％～‘’【】〈〉ー")
COMMON_LATIN = frozenset("éèêëàâäáãåçüùûúöôóõøñïîíìßæœžščřěýůąęłńśźżćőűğışțșăâðþÉÀÄÖÜÅØÇÑÁÍÓÚŽŠČŁŚŻİÎÞÆ")
COMMON_HANGUL = frozenset(
    "이다는에의가을를은로하고지사한도서기시자리나인어대아정해수일원들일그부있스과으와제전보장상주유동니여라구공관성미비"
)
BY_FREQUENCY = {
    "CYRILLIC": "оеаинтсрвлкмдпуяызьібгчйхжшюцїєэёщфъ",
    "GREEK": "αοιετνσηρπκμλυςωίόάέήγδθύχφβξώζψ",
    "HEBREW": "יוהלאתרשבמנםעדחקפכןטגסצזךףץ",
    "ARABIC": "اليمونرتبةعدسهفقكحأجشىصطخذإزضءثغئظؤآ،؟",
}
"""Script → its letters, the most frequent first."""
TYPOGRAPHY = frozenset("“”‘’„‚«»–—…•·€£§©®°™¿¡\u00a0½²³№†")
_AFTER_LETTERS = frozenset("”’»–—…·®°™\u00a0²³")
_PUNISHED = frozenset(("Cc", "Cn", "Co", "Cs"))


def plausibility(text: str) -> float:
    """The mean worth of the characters of a text that are not ASCII, from about -3, noise, to 1; 0 without any.

    Frequent ideographs, syllables and letters are worth much; rare ones, symbols within words, half-width kana,
    unassigned places, scripts mixed within a word and capitals behind small letters cost. It misses languages that
    use none of the scripts of its tables.
    """
    around = Counter(zip("\n" + text, text, text[1:] + "\n", strict=False))
    letters = sum(count for (_, mark, _), count in around.items() if _is_ascii_letter(mark))
    foreign = [(count, marks) for marks, count in around.items() if marks[1] > "\x7f"]
    western = letters > 2 * sum(count for count, _ in foreign)
    weighted = [
        (count, _worth(*marks) - (0.5 if western and _has_alphabet(marks[1]) else 0)) for count, marks in foreign
    ]
    controls = sum(count for (_, mark, _), count in around.items() if mark < " " and mark not in "\t\n\r\f\x1b")
    counted = sum(count for count, _ in weighted) + controls
    return (sum(count * worth for count, worth in weighted) - 3 * controls) / counted if counted else 0.0


def _worth(before: str, mark: str, after: str) -> float:
    """The worth of one character between its neighbours."""
    worth = _alone(mark)
    if mark in TYPOGRAPHY:
        return -0.8 if _is_ascii_letter(before) and mark not in _AFTER_LETTERS else worth
    script = _script(mark)
    if script == "LATIN":
        return worth - (0.9 if before > "\x7f" and before.isalpha() else 0) - (0.7 if _rises(before, mark) else 0)
    if script in BY_FREQUENCY:
        mixed = _is_ascii_letter(before) or _is_ascii_letter(after)
        loud = 0.3 if mark.isupper() and before.isalpha() else 0
        return worth - (1.2 if mixed else 0) - (0.7 if _rises(before, mark) else loud)
    inside = before.islower() and before < "\x80"
    return worth - (0.7 if inside else 0) - (1.0 if inside and _is_ascii_letter(after) else 0)


def _has_alphabet(mark: str) -> bool:
    """Whether it is a letter of an alphabet other than the Latin: improbable where most letters are ASCII."""
    return _script(mark) in BY_FREQUENCY


def _rises(before: str, mark: str) -> bool:
    """Whether a capital stands behind a small letter."""
    return mark.isupper() and before.islower()


def _is_ascii_letter(mark: str) -> bool:
    return mark < "\x80" and mark.isalpha()


@cache
def _script(mark: str) -> str:
    return unicodedata.name(mark, "").split(" ")[0]


@cache
def _alone(mark: str) -> float:
    """The worth of a character by itself."""
    if mark in COMMON_HAN:
        return 1.0
    if mark in COMMON_CJK_MARKS and mark > "\u2fff":
        return 0.8
    if unicodedata.category(mark) in _PUNISHED:
        return -3.0
    if mark in TYPOGRAPHY:
        return 0.3
    script = _script(mark)
    if script in BY_FREQUENCY:
        return _by_frequency(mark.lower(), BY_FREQUENCY[script])
    return _OTHERS.get(script, _symbol)(mark)


def _by_frequency(mark: str, letters: str) -> float:
    """From 0.95 for the most frequent letter to -0.35 for the rarest; -0.7 for what is not in the table."""
    rank = letters.find(mark)
    return 0.95 - 1.3 * rank / len(letters) if rank >= 0 else -0.7


def _han(mark: str) -> float:
    if not "\u4e00" <= mark <= "\u9fff":
        return -1.0
    return 0.35 if _in_rows(mark, "gb2312", 0xB0, 0xD7) or _in_rows(mark, "big5", 0xA4, 0xC6) else -0.6


def _in_rows(mark: str, codec: str, first: int, last: int) -> bool:
    """Whether a character stands in the rows of a national standard that hold its more frequent half."""
    encoded = mark.encode(codec, "ignore")
    return bool(encoded) and first <= encoded[0] <= last


def _hangul(mark: str) -> float:
    if mark in COMMON_HANGUL:
        return 0.9
    return 0.3 if _in_rows(mark, "euc_kr", 0xB0, 0xC8) else -0.8


def _kana(_: str) -> float:
    return 0.85


def _latin(mark: str) -> float:
    if mark not in COMMON_LATIN:
        return -0.8
    return 0.1 if mark.isupper() else 0.45


def _symbol(mark: str) -> float:
    return 0.2 if "\uff01" <= mark <= "\uff5e" else -1.0


_OTHERS = {"CJK": _han, "HIRAGANA": _kana, "KATAKANA": _kana, "HANGUL": _hangul, "LATIN": _latin}
