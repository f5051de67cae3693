"""Encodings: what is guessed, what is refused, and that the same bytes come back."""

from __future__ import annotations

import codecs
import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnreadableFile
from review.texts.encoding import LARGEST_FILE, decode, encode

CHINESE = "会议今天在北京召开，代表们讨论了明年的工作计划。中心主任作了报告，指出要加强合作。"
TRADITIONAL = "會議今天在臺北召開，代表們討論了明年的工作計畫。中心主任作了報告，指出要加強合作。"
JAPANESE = "会議は今日、東京で開かれました。参加者は来年の計画について話し合い、協力を強めることを決めました。"
KOREAN = "회의는 오늘 서울에서 열렸다. 참가자들은 내년의 계획에 대해 논의하고 협력을 강화하기로 했다."
RUSSIAN = "Совещание прошло сегодня в Москве. Участники обсудили планы на будущий год и решили укрепить сотрудничество."
GERMAN = (
    "Die Sitzung fand heute in München statt. Die Gäste erörterten die Pläne für das nächste Jahr und äußerten Kritik."
)
FRENCH = (
    "La réunion s’est tenue aujourd’hui à Paris. Les invités ont évoqué les projets de l’année prochaine, très variés."
)
POLISH = "Spotkanie odbyło się dzisiaj w Łodzi. Uczestnicy omówili plany na przyszły rok i ściślejszą współpracę."
CZECH = "Schůze se konala dnes v Praze. Účastníci projednali plány na příští rok a rozhodli se, že posílí spolupráci."
TURKISH = "Toplantı bugün Ankara'da yapıldı. Katılımcılar gelecek yılın planlarını görüştü ve iş birliğini güçlendirdi."
GREEK = "Η συνάντηση έγινε σήμερα στην Αθήνα. Οι σύνεδροι συζήτησαν τα σχέδια για το επόμενο έτος και τη συνεργασία."
HEBREW = "הפגישה התקיימה היום בירושלים. המשתתפים דנו בתוכניות לשנה הבאה והחליטו לחזק את שיתוף הפעולה ביניהם."
ARABIC = "عقد الاجتماع اليوم في القاهرة. وناقش المشاركون خطط العام المقبل وقرروا تعزيز التعاون بينهم في كل المجالات."

GUESSED = [
    (CHINESE, "utf-8", "utf-8"),
    ("plain ASCII", "ascii", "utf-8"),
    (CHINESE, "utf-8-sig", "utf-8-sig"),
    (CHINESE, "gb18030", "gb18030"),
    (CHINESE, "gb2312", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    (CHINESE, "utf-16-le", "utf-16-le"),
    (JAPANESE, "shift_jis", "cp932"),
    (JAPANESE, "euc_jp", "euc_jp"),
    (JAPANESE, "iso2022_jp", "iso2022_jp"),
    (KOREAN, "euc_kr", "cp949"),
    (RUSSIAN, "cp1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (GERMAN, "cp1252", "cp1252"),
    (FRENCH, "cp1252", "cp1252"),
    (POLISH, "cp1250", "cp1250"),
    (POLISH, "iso8859-2", "iso8859-2"),
    (CZECH, "cp1250", "cp1250"),
    (TURKISH, "cp1254", "cp1254"),
    (GREEK, "cp1253", "cp1253"),
    (HEBREW, "cp1255", "cp1255"),
    (ARABIC, "cp1256", "cp1256"),
    ("Room temperature\n室温\n", "utf-16-be", "utf-16-be"),
]


@pytest.mark.parametrize(("text", "written", "expected"), GUESSED, ids=[f"{row[1]}-{row[0][:8]}" for row in GUESSED])
def test_the_encoding_is_found(text: str, written: str, expected: str) -> None:
    content = text.encode(written)
    assert decode(content, "a.txt") == (text, expected)
    assert encode(text, expected) == content


TINY = [
    ("中国", "gb18030"),
    ("你好", "gb18030"),
    ("北京大学", "gb18030"),
    ("联通", "gb18030"),
    ("今天天气很好。", "gb18030"),
    ("工作会议", "gb18030"),
    ("中國", "big5"),
    ("台灣大學", "big5"),
    ("今天的會議", "big5"),
    ("これはペンです", "cp932"),
    ("Größe", "cp1252"),
    ("café", "cp1252"),
    ("Привет, мир", "cp1251"),
]


@pytest.mark.parametrize(("text", "written"), TINY)
def test_a_tiny_file_is_judged_by_its_script(text: str, written: str) -> None:
    assert decode(text.encode(written), "a.txt").text == text


MARKED = [
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be-sig"),
]


@pytest.mark.parametrize(("mark", "codec", "expected"), MARKED, ids=[row[2] for row in MARKED])
def test_a_byte_order_mark_decides_and_comes_back(mark: bytes, codec: str, expected: str) -> None:
    content = mark + CHINESE.encode(codec)
    assert decode(content, "a.txt") == (CHINESE, expected)
    assert encode(CHINESE, expected) == content


def _archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return packed.getvalue()


REFUSED = [
    (_archive(), "byte 0", "ZIP"),
    (b"%PDF-1.7\n%\xe2\xe3", "byte 0", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "byte 0", "Office"),
    (b"{\\rtf1 hello}", "byte 0", "RTF"),
    (b"text\x00more", "byte 4", "NUL"),
    (b"\x00\x01\x02\x03" * 8, "byte 0", "NUL"),
    (CHINESE.encode() + b"\xff" + CHINESE.encode(), f"byte {len(CHINESE.encode())}", "0xff"),
    (CHINESE.encode()[:-1], f"byte {len(CHINESE.encode()) - 3}", "0xe3"),
    (b"\xfe\xff\x4e", "byte 2", "0x4e"),
    (bytes(random.Random(1).choices(range(1, 256), k=4000)), "byte", "0x"),
    (b"\x80\x81\x8d\x8f\x90\x9d", "byte 0", "0x80"),
]


@pytest.mark.parametrize(("content", "place", "found"), REFUSED, ids=[str(row[0][:8]) for row in REFUSED])
def test_what_is_no_text_is_refused_with_its_place(content: bytes, place: str, found: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(content, "a.txt")
    assert caught.value.name == "a.txt"
    assert caught.value.place.startswith(place)
    assert found in caught.value.found
    assert caught.value.expected


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="at most"):
        decode(b"a" * (LARGEST_FILE + 1), "a.txt")


def test_the_user_may_name_the_encoding() -> None:
    content = "é".encode("cp1252")
    assert decode(content, "a.txt", "cp1252").text == "é"
    assert decode(content, "a.txt", "cp1251").text == "й"
    with pytest.raises(UnreadableFile, match="utf-8"):
        decode(content, "a.txt", "utf-8")
    with pytest.raises(UnreadableFile, match="no encoding called"):
        decode(content, "a.txt", "klingon")


@given(st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
def test_what_is_read_gives_the_same_bytes(content: bytes) -> None:
    try:
        text, encoding = decode(content, "a.txt")
    except UnreadableFile:
        return
    assert encode(text, encoding) == content


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\x1b"), max_size=60))
def test_utf_8_is_always_read_as_such(text: str) -> None:
    content = text.encode()
    if not content.startswith((codecs.BOM_UTF8, b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"GIF8", b"BZh9", b"{\\rtf")):
        assert decode(content, "a.txt") == (text, "utf-8")


def test_a_large_legacy_file_is_read() -> None:
    text = (CHINESE + "\n") * 20_000
    assert decode(text.encode("gb18030"), "a.txt") == (text, "gb18030")
