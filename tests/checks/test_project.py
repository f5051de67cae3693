"""Glossaries and style sheets: how they are read, and what the checks make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from review import flow
from review.checks import MODULES, checks_of, flag
from review.checks.project import Glossary, Project, Style, Term
from review.checks.project.glossary import places
from review.checks.project.reading import read_glossary, read_project, read_style
from review.checks.project.style import CHOICES, chosen
from review.errors import UnreadableFile
from review.types import Pair

TBX = """<?xml version="1.0"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1">
<langSec xml:lang="zh"><termSec><term>夜校</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>evening school</term></termSec>
<termSec><term>night school</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>"""
NIGHT = Term("夜校", ("evening school",), ("night school",))


def put(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "terms"),
    [
        ("a.tsv", "夜校\tevening school\n\n# aside\n单车\tbike | bicycle\n", (("夜校", 1), ("单车", 2))),
        ("a.tsv", "Term\tTarget\tForbidden\n夜校\tevening school\tnight school\n", (("夜校", 1),)),
        ("a.csv", '\ufeffsource,preferred,case\n夜校,"evening school",yes\n', (("夜校", 1),)),
        ("a.tsv", "source\tforbidden\n\tthe masses\n", (("", 0),)),
        ("a.tbx", TBX, (("夜校", 1),)),
        ("a.tsv", "", ()),
    ],
)
def test_a_glossary_is_read(tmp_path: Path, name: str, content: str, terms: tuple[tuple[str, int], ...]) -> None:
    found = read_glossary(put(tmp_path / name, content), "zh", "en")
    assert tuple((term.source, len(term.preferred)) for term in found.terms) == terms


def test_a_table_of_terms_tells_all_that_a_term_holds(tmp_path: Path) -> None:
    table = (
        "note\tsource\tpreferred\tforbidden\tcase_sensitive\nsince 2020\t夜校\tevening school\tnight school|x\tyes\n"
    )
    found = read_glossary(put(tmp_path / "a.tsv", table), "zh", "en").terms
    assert found == (Term("夜校", ("evening school",), ("night school", "x"), case_sensitive=True, note="since 2020"),)
    assert read_glossary(put(tmp_path / "a.tbx", TBX), "zh", "en").terms == (NIGHT,)


def test_a_changed_glossary_is_read_again(tmp_path: Path) -> None:
    path = put(tmp_path / "a.tsv", "夜校\tevening school\n")
    assert read_glossary(path, "zh", "en") is read_glossary(path, "zh", "en")
    put(path, "夜校\tevening school\n单车\tbike\n")
    assert len(read_glossary(path, "zh", "en").terms) == 2


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.tsv", "夜校\tevening school\n单车\n", "line 2"),
        ("a.tsv", "\tevening school\n", "line 1"),
        ("a.csv", 'source,target\n"夜校,x', "line 2"),
        ("a.tbx", "<tmx/>", "line 1"),
    ],
)
def test_a_broken_glossary_is_refused(tmp_path: Path, name: str, content: str, place: str) -> None:
    with pytest.raises(UnreadableFile, match=place):
        read_glossary(put(tmp_path / name, content), "zh", "en")


def test_a_glossary_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="the file itself"):
        read_glossary(tmp_path / "none.tsv", "zh", "en")


def test_a_style_sheet_is_read(tmp_path: Path) -> None:
    sheet = "".join(f'{key} = "{values[-1]}"\n' for key, values in CHOICES.items())
    assert read_style(put(tmp_path / "a.toml", sheet)) == Style(
        "american", "month-day", "no", "figures", "sentence", "free"
    )


@pytest.mark.parametrize("sheet", ['spelling = "scottish"', 'colour = "red"', "spelling = ", "spelling = 1"])
def test_a_style_sheet_with_other_choices_is_refused(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(UnreadableFile, match="expected"):
        read_style(put(tmp_path / "a.toml", sheet))


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("evening school", "Evening-schools and evening  school.", ("Evening-schools", "evening  school")),
        ("city", "Cities, city's, cityscape", ("Cities", "city's")),
        ("bake", "baked baking bakery", ("baked", "baking")),
        ("plan", "planned planning plane plans", ("planned", "planning", "plans")),
        ("5G", "5G 15G", ("5G",)),
        ("云", "云计算", ("云",)),
    ],
)
def test_a_form_is_found_inflected(form: str, text: str, found: tuple[str, ...]) -> None:
    assert tuple(span.of(text) for span in places(form, text)) == found


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("夜校和校园", ("夜校", "校")),
        ("夜校", ("夜校",)),
        ("An AI lab, AIs and RAI", ("AI",)),
        ("RAI", ()),
        ("", ()),
    ],
)
def test_terms_of_a_source(source: str, named: tuple[str, ...]) -> None:
    glossary = Glossary((Term("校", ("campus",)), NIGHT, Term("ai", ("AI",))))
    assert tuple(span.of(source) for _, span in glossary.named(source)) == named


def test_a_choice_is_the_articles_own_where_none_is_set() -> None:
    assert chosen(["a", "b", "a", "a"], "") == "a"
    assert chosen(["a", "b", "a"], "") == ""
    assert chosen([], "article") == ""
    assert chosen(["a", "a"], "b") == "b"


def found(project: Project | None, source: str, target: str) -> set[tuple[str, str]]:
    flags = flag([Pair("p", source, target, "zh", "en")], project)
    assert flags.failures == ()
    return {(finding.check, finding.text) for finding in flags.findings}


def test_a_project_decides_what_its_checks_find() -> None:
    project = Project(Glossary((NIGHT,)), Style("american", numbers="words-to-nine", serial_comma="yes"))
    text = "夜校有三种颜色。", "The night school has 3 colours: red, blue and green."
    added = {("glossary-terms", "night school"), ("number-form", "3"), ("spelling-variety", "colours")}
    assert found(project, *text) - found(None, *text) == added | {("serial-comma", " and")}


def test_without_a_project_the_same_checks_are_on_as_by_default() -> None:
    assert {check.id for check in checks_of(Project())} == {check.id for check in MODULES if check.on}


def test_a_project_is_read_from_files_and_from_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms, sheet = put(tmp_path / "a.tsv", "夜校\tevening school\n"), put(tmp_path / "b.toml", 'dates = "month-day"')
    project = read_project(terms, sheet, "zh", "en")
    assert project.style.dates == "month-day"
    assert project == flow.project("zh", "en", terms, sheet)
    monkeypatch.setenv("MTREVIEW_GLOSSARY", str(terms))
    monkeypatch.setenv("MTREVIEW_STYLE", str(sheet))
    assert project == flow.project("zh", "en")
    assert read_project(None, None, "zh", "en") == Project()
