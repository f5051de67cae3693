"""Dropped-in word lists: each format in both directions, and refusals that say where and what was expected."""

from __future__ import annotations

import contextlib
import gzip
import os
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.align.stems import stem
from review.align.wordlists import _read, files, lexicon_for
from review.align.wordlists.listed import WordList, content_tokens, listed
from review.align.wordlists.markup import BESIDE, shown
from review.align.wordlists.stardict import stardict_pairs
from review.align.wordlists.tbx import tbx_pairs
from review.align.wordlists.tsv import tsv_pairs
from review.errors import UnreadableFile

HALF = pytest.approx(0.5**0.5)


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def renderings(folder: Path, source: str, target: str, token: str) -> dict[str, float]:
    lexicon = lexicon_for(source, target, [folder])
    return dict(lexicon.renderings(token)) if lexicon else {}


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder, and in it nothing."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "mtreview"


CONTENT = [
    ("to the houses", "en", ("hous",)),
    ("of the", "en", ("of", "the")),
    ("Haus (das) {n} [ugs.]", "de", ("haus",)),
    ("„Häuser“, 12", "de", ("häuser", "#12")),
    ("!", "en", ()),
]


@pytest.mark.parametrize(("text", "lang", "tokens"), CONTENT)
def test_content_tokens(text: str, lang: str, tokens: tuple[str, ...]) -> None:
    assert content_tokens(text, lang) == tokens


def test_weights_are_shared_by_the_words_of_a_gloss_and_of_a_headword() -> None:
    found = listed([("hús", "hut"), ("hús", "tall barn"), ("járnbrautar stöð", "station")], "is", "en")
    assert dict(found.renderings("hús")) == {"hut": 1.0, stem("tall"): HALF, "barn": HALF}
    assert dict(found.renderings("stöð")) == {"station": HALF}
    assert found.renderings("hut") == ()


def test_an_explanation_renders_nothing() -> None:
    assert listed([("hús", "word " * 13)], "is", "en") == WordList({})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=5))
def test_weights_lie_between_nothing_and_a_sure_rendering(pairs: list[tuple[str, str]]) -> None:
    found = listed(pairs, "hu", "en")
    assert all(0 < weight <= 1 for token in found.by_token for _, weight in found.renderings(token))


TSV = "\ufeff# my list\n\nhús\thut; barn\nÁ\tfjord\tstream/brook\r\n"


def test_tsv(tmp_path: Path) -> None:
    path = put(tmp_path / "is-en.tsv", TSV)
    assert list(tsv_pairs(path)) == [
        ("hús", "hut"),
        ("hús", "barn"),
        ("Á", "fjord"),
        ("Á", "stream"),
        ("Á", "brook"),
    ]
    assert renderings(tmp_path, "is", "en", "á") == {"fjord": 1.0, "stream": 1.0, "brook": 1.0}
    assert renderings(tmp_path, "en", "is", "brook") == {"á": 1.0}
    assert lexicon_for("is", "de", [tmp_path]) is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("hús\thut\nhús hut\n", "line 2: 'hús hut'; expected a word, a tab"),
        ("hús\t \n", "line 1: 'hús'; expected a word"),
        ("\thut\n", "line 1: 'hut'; expected a word"),
        (b"h\xfas\thut\n", "byte 1: bytes that are no UTF-8; expected a word"),
    ],
    ids=["no tab", "no gloss", "no word", "no UTF-8"],
)
def test_tsv_refusals_say_where(tmp_path: Path, content: str | bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        list(tsv_pairs(put(tmp_path / "is-en.tsv", content)))


MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd" [<!ENTITY e "entity"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><langSet xml:lang="de-AT"><tig><term>Paradeiser</term></tig>
<ntig><termGrp><term>Tomate</term></termGrp></ntig></langSet>
<langSet xml:lang="EN"><tig><term>tom<hi>ato</hi><!-- red --></term></tig></langSet>
<langSet xml:lang="fr"><tig><term>tomate</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="de"><tig><term>nur hier</term></tig></langSet></termEntry>
</body></text></martif>"""
TBX3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Core" style="dca" xml:lang="en"><text><body>
<conceptEntry id="1"><langSec xml:lang="de"><termSec><term>Paradeiser</term></termSec>
<termSec><term>Tomate</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>tomato</term></termSec></langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("content", [MARTIF, TBX3], ids=["version 2", "version 3"])
def test_tbx_in_both_directions(tmp_path: Path, content: str) -> None:
    path = put(tmp_path / "de-en.food.tbx", content)
    assert list(tbx_pairs(path, "de", "en")) == [("Paradeiser", "tomato"), ("Tomate", "tomato")]
    assert renderings(tmp_path, "de-DE", "en", "tomate") == {"tomato": 1.0}
    assert renderings(tmp_path, "en", "de", "tomato") == {"paradeiser": 1.0, "tomate": 1.0}


def test_tbx_without_languages_in_its_name_is_asked_for_each_pair(tmp_path: Path) -> None:
    put(tmp_path / "food.tbx", MARTIF)
    assert renderings(tmp_path, "fr", "de", "tomate") == {"paradeiser": 1.0, "tomate": 1.0}
    assert lexicon_for("is", "en", [tmp_path]) is None


LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<martif><text></martif>", "line 1: .*mismatch.*; expected a TBX file"),
        ("", "line 1: .*; expected a TBX file"),
        ("\n<html/>", "line 2: the element 'html'; expected a TBX file"),
        ("a\tb", "line 1: .*; expected a TBX file"),
        (f"<!DOCTYPE martif [{LAUGHS}]><martif>&l9;</martif>", "line 1: .*amplification.*; expected a TBX file"),
        (f"<martif>{'<a>' * 300}", "line 1: .*depth.*; expected a TBX file"),
    ],
    ids=["broken", "empty", "another root", "no XML", "a bomb", "too deep"],
)
def test_tbx_refusals_say_where(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        list(tbx_pairs(put(tmp_path / "a.tbx", content), "de", "en"))


@pytest.mark.parametrize("entity", ["&x;", "&e;"], ids=["of a file", "internal"])
def test_tbx_entities_are_not_resolved(tmp_path: Path, entity: str) -> None:
    secret = put(tmp_path / "secret", "geheim")
    entities = f'<!ENTITY e "geheim"><!ENTITY x SYSTEM "{secret.as_uri()}">'
    terms = f'<langSet xml:lang="de"><term>{entity}</term></langSet><langSet xml:lang="en"><term>b</term></langSet>'
    document = f"<!DOCTYPE martif [{entities}]><martif><termEntry>{terms}</termEntry></martif>"
    (found,) = tbx_pairs(put(tmp_path / "a.tbx", document), "de", "en")
    assert found == (entity, "b")


def stardict(
    folder: Path,
    articles: dict[str, bytes],
    *,
    types: str = "sametypesequence=m\n",
    bits: int = 32,
    packed: bool = False,
    count: int | None = None,
) -> Path:
    """A dictionary in a folder, as StarDict's own tools write it."""
    index, content = b"", b""
    for word, article in articles.items():
        index += word.encode() + b"\0" + struct.pack(">II" if bits == 32 else ">QI", len(content), len(article))
        content += article
    about = f"wordcount={len(articles) if count is None else count}\nidxfilesize={len(index)}\n"
    about += f"idxoffsetbits={bits}\n{types}"
    put(folder / ("d.idx.gz" if packed else "d.idx"), gzip.compress(index) if packed else index)
    put(folder / ("d.dict.dz" if packed else "d.dict"), gzip.compress(content) if packed else content)
    return put(folder / "d.ifo", f"StarDict's dict ifo file\nversion=3.0.0\nbookname=d\n{about}")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("bits", [32, 64])
def test_stardict(tmp_path: Path, bits: int, *, packed: bool) -> None:
    stardict(tmp_path / "hu-en", {"alma": b"plum", "ház": b"hut, loft\n(small) barn"}, bits=bits, packed=packed)
    assert renderings(tmp_path, "hu", "en", "ház") == {"hut": 1.0, "loft": 1.0, "barn": 1.0}
    assert renderings(tmp_path, "en", "hu", "plum") == {"alma": 1.0}


ARTICLES = [
    ("sametypesequence=h\n", b"<b>hut</b><br>lo&#102;t<style>p{}</style>", ["hut", "loft"]),
    (
        "sametypesequence=x\n",
        b"<k>alma</k><tr>'alma</tr><dtrn>hut</dtrn> <ex>a hut</ex><dtrn>loft</dtrn>",
        ["hut", "loft"],
    ),
    ("sametypesequence=g\n", b"<span color='red'>hu</span>t", ["hut"]),
    ("sametypesequence=tm\n", b"alma\0hut/loft", ["hut", "loft"]),
    ("sametypesequence=Wm\n", b"\0\0\0\2\1\2hut", ["hut"]),
    ("sametypesequence=t\n", b"alma", []),
    ("", b"talma\0mhut\0W\0\0\0\1\0hloft", ["hut", "loft"]),
    ("", b"W\xff\xff\xff\xff", []),
    ("", b"W\0", []),
    ("", b"", []),
]


@pytest.mark.parametrize(("types", "article", "glosses"), ARTICLES)
def test_stardict_articles(tmp_path: Path, types: str, article: bytes, glosses: list[str]) -> None:
    path = stardict(tmp_path, {"alma": article}, types=types)
    assert list(stardict_pairs(path)) == [("alma", gloss) for gloss in glosses]


def broken(folder: Path, name: str, content: bytes) -> Path:
    path = stardict(folder, {"alma": b"plum"})
    put(folder / name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("d.ifo", b"anything", "d.ifo, line 1: 'anything'; expected StarDict's dict ifo file"),
        ("d.ifo", b"", "d.ifo, line 1: ''; expected"),
        ("d.ifo", b"StarDict's dict ifo file\nidxoffsetbits=16\n", "idxoffsetbits: '16'; expected 32 or 64"),
        ("d.ifo", b"StarDict's dict ifo file\nwordcount=-1\n", "wordcount: '-1'; expected a number"),
        ("d.ifo", b"StarDict's dict ifo file\nwordcount=1\nsametypesequence=m?\n", "sametypesequence: 'm\\?'"),
        ("d.ifo", b"StarDict's dict ifo file\nwordcount=2\n", "d.idx, its end: 1 headwords; expected 2, as d.ifo says"),
        ("d.idx", b"alma", "d.idx, byte 0: no whole headword"),
        ("d.idx", b"alma\0\0\0\0\0", "d.idx, byte 0: no whole headword"),
        ("d.idx", b"a" * 300 + b"\0" * 9, "d.idx, byte 0: no whole headword"),
        ("d.idx", b"\xff\0" + b"\0" * 8, "d.idx, byte 0: bytes that are no UTF-8"),
        ("d.idx", b"alma\0" + struct.pack(">II", 0, 6), "the article of 'alma': bytes 0 to 6; expected at most 4"),
        ("d.idx", b"alma\0" + struct.pack(">II", 2**32 - 1, 1), "expected at most 4"),
        ("d.idx.gz", b"no gzip", None),
    ],
)
def test_stardict_refusals_say_where(tmp_path: Path, name: str, content: bytes, reason: str | None) -> None:
    path = broken(tmp_path, name, content)
    if reason is None:
        assert list(stardict_pairs(path)) == [("alma", "plum")]
        (tmp_path / "d.idx").unlink()
        reason = "d.idx.gz, the packed bytes: .*; expected a StarDict dictionary, packed by gzip"
    with pytest.raises(UnreadableFile, match=reason):
        list(stardict_pairs(path))


def test_stardict_needs_its_files(tmp_path: Path) -> None:
    path = stardict(tmp_path, {"alma": b"plum"})
    (tmp_path / "d.dict").unlink()
    with pytest.raises(UnreadableFile, match=r"d.ifo, the files beside it: no .dict or .dict.dz; expected one of them"):
        list(stardict_pairs(path))


def test_articles_may_be_shared_but_not_overlap(tmp_path: Path) -> None:
    path = stardict(tmp_path, {"alma": b"plum", "körte": b"pear"})
    shared = b"".join(word + b"\0" + struct.pack(">II", 0, 4) for word in (b"alma", b"almak"))
    put(tmp_path / "d.idx", shared)
    assert list(stardict_pairs(path)) == [("alma", "plum"), ("almak", "plum")]
    overlapping = b"".join(b"a\0" + struct.pack(">II", n, 8 - n) for n in range(5))
    put(tmp_path / "d.idx", overlapping)
    put(path, path.read_text().replace("wordcount=2", "wordcount=5"))
    with pytest.raises(UnreadableFile, match="overlap"):
        list(stardict_pairs(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60), st.binary(max_size=60), st.sampled_from(["", "sametypesequence=tx\n"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, index: bytes, content: bytes, types: str
) -> None:
    folder = tmp_path_factory.mktemp("stardict")
    path = stardict(folder, {}, types=types, count=index.count(b"\0"))
    put(folder / "d.idx", index)
    put(folder / "d.dict", content)
    with contextlib.suppress(UnreadableFile):
        assert all(gloss for _, gloss in stardict_pairs(path))


SHOWN = [
    ("a &lt; b", frozenset[str](), "a < b"),
    ("<b>a</b>b", frozenset[str](), "ab"),
    ("<p>a</p>b", frozenset[str](), "\na\nb"),
    ("<ex>a<b>b</ex>c", BESIDE, "\n\nc"),
    ("<ex/>c", BESIDE, "\nc"),
    ("</ex>c<ex>d", BESIDE, "\nc\n"),
    ("a < b > c <", frozenset[str](), "a < b > c <"),
]


@pytest.mark.parametrize(("text", "hides", "expected"), SHOWN)
def test_markup_is_taken_off(text: str, hides: frozenset[str], expected: str) -> None:
    assert shown(text, hides) == expected


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    bomb = put(tmp_path / "d.dict.dz", gzip.compress(b"0" * 2000))
    with pytest.raises(UnreadableFile, match="unpacked byte 1000: more bytes; expected at most 1000 bytes unpacked"):
        files.unpacked(bomb.read_bytes(), bomb, "a dictionary")
    with pytest.raises(UnreadableFile, match="byte 1000: more bytes"):
        files.content_of(put(tmp_path / "is-en.tsv", "0" * 1001), "a list")


def test_lists_of_all_folders_are_combined(tmp_path: Path) -> None:
    put(tmp_path / "a" / "is-en.tsv", "hús\thut\n")
    put(tmp_path / "b" / "IS-EN.mine.tsv", "hús\tbig barn\n")
    put(tmp_path / "b" / "en-is.tsv", "loft\thús\n")
    put(tmp_path / "b" / "is-en" / "more.tsv", "hús\tden\n")
    put(tmp_path / "b" / "is-en-old.tsv", "hús\thut\n")
    put(tmp_path / "b" / "notes.txt", "no list")
    lexicon = lexicon_for("is", "en", [tmp_path / "a", tmp_path / "none", tmp_path / "b"])
    assert lexicon is not None
    assert dict(lexicon.renderings("hús")) == {"hut": 1.0, "big": HALF, "barn": HALF, "loft": 1.0, "den": 1.0}


def test_a_list_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = put(tmp_path / "is-en.tsv", "hús\thut\n")
    assert renderings(tmp_path, "is", "en", "hús") == {"hut": 1.0}
    put(path, "hús\tcabin\n")
    os.utime(path, ns=(1, 1))
    assert renderings(tmp_path, "is", "en", "hús") == {"cabin": 1.0}


def again(folder: Path) -> dict[str, float]:
    """As a new process would have it."""
    _read.cache_clear()
    return renderings(folder, "is", "en", "hús")


def test_a_list_is_kept_for_the_next_process(tmp_path: Path, cache: Path) -> None:
    path = put(tmp_path / "is-en.tsv", "hús\tbig hut\n")
    first = again(tmp_path)
    (made,) = cache.iterdir()
    status = path.stat()
    put(path, "hús\tbig den\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert first == again(tmp_path) == {"big": HALF, "hut": HALF}
    os.utime(path, ns=(1, 1))
    assert again(tmp_path) == {"big": HALF, "den": HALF}
    assert list(cache.iterdir()) == [made]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"signed": 1, "renderings": 2}'])
def test_a_broken_cache_is_made_again(tmp_path: Path, cache: Path, content: bytes) -> None:
    put(tmp_path / "is-en.tsv", "hús\thut\n")
    again(tmp_path)
    (made,) = cache.iterdir()
    put(made, content)
    assert again(tmp_path) == {"hut": 1.0}


def test_a_cache_that_cannot_be_written_is_gone_without(tmp_path: Path, cache: Path) -> None:
    put(cache, "a file where the folder would be")
    put(tmp_path / "is-en.tsv", "hús\thut\n")
    assert again(tmp_path) == {"hut": 1.0}


def test_a_folder_of_that_name_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "is-en.tsv").mkdir()
    assert lexicon_for("is", "en", [tmp_path]) is None
