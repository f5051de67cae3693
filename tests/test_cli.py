"""The shell door, mostly as other programs call it: a process of its own, files and pipes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest

from review import flow
from review.judgements import Dismissal, Judgement
from review.shell.terminal import table
from review.store import Store
from tests.machine import PATIENCE, free_port
from tests.reviewed import AT, article_of

ROOT = Path(__file__).parent.parent
WATER = ROOT / "corpora" / "zh-en-water-plant"
PAIRS = [
    {
        "id": "b",
        "source": "他们投资6.8亿元。",
        "target": "They invested 6.8 billion yuan.",
        "source_lang": "zh",
        "target_lang": "en",
    },
    {"id": "a", "source": "好。", "target": "Good.", "source_lang": "zh", "target_lang": "en", "doc": "d"},
    {"id": "c", "source": "再见。", "target": "Good  bye 再见.", "source_lang": "zh", "target_lang": "en", "doc": "d"},
]


def run(*words: str | Path, db: Path | None = None, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "MTREVIEW_REVIEWER": "ana", "COLUMNS": "200"}
    if db:
        environment["MTREVIEW_DB"] = f"sqlite:///{db}"
    command = [sys.executable, "-m", "review.cli", *map(str, words)]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env=environment, check=False)


def printed(*words: str | Path, db: Path | None = None, given: bytes = b"") -> str:
    done = run(*words, db=db, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the water plant."""
    path = tmp_path_factory.mktemp("store") / "reviews.db"
    printed("add", WATER / "source.txt", WATER / "target.txt", "--title", "Water", "--system", "NMT-C", db=path)
    return path


def test_add_prints_the_id_that_the_other_commands_take(db: Path) -> None:
    assert [article["id"] for article in json.loads(printed("list", "--json", db=db))] == ["water"]
    shown = json.loads(printed("show", "water", "--json", db=db))
    assert (shown["source_lang"], shown["target_lang"], shown["system"]) == ("zh", "en", "NMT-C")
    assert shown["pairs"][0]["text"].startswith("Phase II of Luting")
    risky = sorted(range(len(shown["pairs"])), key=lambda at: -shown["pairs"][at]["score"])
    assert shown["worst"] == sorted(at + 1 for at in risky[: len(shown["worst"])])
    assert shown["expected_points"] == pytest.approx(sum(pair["points"] for pair in shown["pairs"]), abs=0.2)
    assert "water" in printed("list", db=db)
    assert "approved" in printed("list", db=db).splitlines()[0]
    assert shown["pairs"][0]["id"] in printed("show", "water", db=db)


def test_add_takes_a_table_of_pairs(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("source,target\n你好。,Hello.\n再见。,\n", encoding="utf-8")
    assert printed("add", tmp_path / "pairs.csv", "--title", "Two", db=tmp_path / "r.db").strip() == "two"
    shown = json.loads(printed("show", "two", "--json", db=tmp_path / "r.db"))
    assert [(pair["source"], pair["target"]) for pair in shown["pairs"]] == [("你好。", "Hello."), ("再见。", "")]


def test_a_refused_input_leaves_no_output(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(PAIRS[0]) + "\nno json\n", encoding="utf-8")
    assert run("check", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl").returncode == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl"]


@pytest.mark.parametrize("form", [form for form in flow.export_formats() if form not in ("mqm", "triples")])
def test_export_writes_every_format(db: Path, tmp_path: Path, form: str) -> None:
    printed("export", "water", "--as", form, "-o", tmp_path / "out", db=db)
    assert (tmp_path / "out").stat().st_size > 1000


def test_export_of_several_articles_is_an_archive(db: Path, tmp_path: Path) -> None:
    printed("export", "--all", "--as", "tmx", "-o", tmp_path / "all.zip", db=db)
    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == [f"{entry.id}.tmx" for entry in Store.open(f"sqlite:///{db}").entries()]


def test_help_on_export_names_every_format() -> None:
    names = set(re.findall(r"\w+", run("export", "--help").stdout.decode()))
    assert set(flow.export_formats()) <= names


def test_an_article_without_marks_has_an_empty_table_of_them(db: Path) -> None:
    (header,) = run("export", "water", "--as", "mqm", "-o", "-", db=db).stdout.decode().splitlines()
    assert header.split("\t")[:4] == ["system", "doc", "doc_id", "seg_id"]


def test_text_export_of_an_untouched_article_is_its_file(db: Path) -> None:
    assert run("export", "water", "--as", "text", "-o", "-", db=db).stdout == (WATER / "target.txt").read_bytes()


def test_report_is_a_page(db: Path, tmp_path: Path) -> None:
    printed("report", "water", "-o", tmp_path / "report.html", db=db)
    assert "<!doctype html>" in (tmp_path / "report.html").read_text(encoding="utf-8").lower()


def test_align_prints_ids_of_lines_and_counts_blank_ones(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("1998年有35人。\n\n共有7国。\n", encoding="utf-8")
    (tmp_path / "t").write_text("In 1998 there were 35.\nThey came from 7 countries.\n", encoding="utf-8")
    words = ("align", tmp_path / "s", tmp_path / "t", "--source-lang", "zh", "--target-lang", "en", "--sentences")
    assert printed(*words, "--format", "ids") == "0\t0\n1\t\n2\t1\n"
    beads = [json.loads(line) for line in printed(*words, "--format", "jsonl").splitlines()]
    assert [bead["source"] for bead in beads] == [["1998年有35人。"], [""], ["共有7国。"]]
    assert all(isinstance(bead["score"], float) for bead in beads)
    assert printed(*words).splitlines()[2].startswith("共有7国。\tThey came from 7 countries.\t")


def test_align_reads_standard_input() -> None:
    text = (WATER / "source.txt").read_bytes()
    assert printed("align", "-", WATER / "target.txt", given=text) == printed(
        "align", WATER / "source.txt", WATER / "target.txt"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(("command", "lines", "seen"), [("align", 200, True), ("add", 200, True), ("align", 20, False)])
def test_a_terminal_sees_how_far_a_long_alignment_is(tmp_path: Path, command: str, lines: int, *, seen: bool) -> None:
    for side, line in (("s", "第{0}年有{0}人。"), ("t", "In year {0} there were {0} people.")):
        text = "".join(line.format(number) + "\n" for number in range(1000, 1000 + lines))
        (tmp_path / side).write_text(text, encoding="utf-8")
    words = [command, str(tmp_path / "s"), str(tmp_path / "t"), "--source-lang", "zh", "--target-lang", "en"]
    environment = {**os.environ, "MTREVIEW_DB": f"sqlite:///{tmp_path / 'r.db'}"}
    terminal, end = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "review.cli", *words], stdout=subprocess.PIPE, stderr=end, cwd=ROOT, env=environment
    )
    os.close(end)
    said = told(terminal)
    printed_lines = process.communicate()[0].count(b"\n")
    assert (process.returncode, printed_lines) == (0, 1 if command == "add" else lines), said
    assert ("aligning" in said, "100%" in said) == (seen, seen)


def told(terminal: int) -> str:
    """All that is written to a pseudo-terminal until its other end is closed."""
    said = b""
    with contextlib.suppress(OSError):
        while more := os.read(terminal, 1 << 16):
            said += more
    os.close(terminal)
    return said.decode()


def test_check_keeps_to_a_glossary_and_a_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text("夜校\tevening school\n", encoding="utf-8")
    (tmp_path / "house.toml").write_text('numbers = "words-to-nine"\n', encoding="utf-8")
    pair = {
        "id": "a",
        "source": "夜校有3个班。",
        "target": "The night school has 3 classes.",
        "source_lang": "zh",
        "target_lang": "en",
    }
    given = json.dumps(pair, ensure_ascii=False).encode()
    files = "--glossary", tmp_path / "terms.tsv", "--style", tmp_path / "house.toml"
    flags = json.loads(printed("check", "-", *files, given=given))["flags"]
    assert [(flag["check"], flag["text"]) for flag in flags] == [("number-form", "3"), ("glossary-terms", "夜校")]
    assert json.loads(printed("check", "-", given=given))["flags"] == []


def test_check_answers_each_line_in_order(tmp_path: Path) -> None:
    given = "\n".join(json.dumps(pair, ensure_ascii=False) for pair in PAIRS).encode()
    rows = [json.loads(line) for line in printed("check", "-", given=given).splitlines()]
    assert [row["id"] for row in rows] == ["b", "a", "c"]
    assert all(0 <= row["score"] <= 1 for row in rows)
    by_check = {flag["check"]: flag for row in rows for flag in row["flags"]}
    assert set(by_check["doubled-space"]) == {
        "side", "start", "end", "text", "category", "severity", "check", "reason", "fixes", "score",
    }  # fmt: skip
    assert by_check["doubled-space"]["fixes"] == [" "]
    assert [flag["text"] for flag in rows[0]["flags"]] == ["6.8 billion"]
    assert rows[1]["flags"] == []
    (tmp_path / "in.jsonl").write_bytes(given)
    printed("check", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()] == rows
    assert "6.8 billion" in printed("check", tmp_path / "in.jsonl", "--format", "table")
    log = json.loads(printed("check", tmp_path / "in.jsonl", "--format", "sarif"))
    assert len(log["runs"][0]["results"]) == sum(len(row["flags"]) for row in rows)


def test_score_is_sacrebleus(tmp_path: Path) -> None:
    (tmp_path / "hyp").write_text("the cat sat on the mat .\n\na dog barks loudly at night\n", encoding="utf-8")
    (tmp_path / "ref").write_text("the cat sat on a mat .\n\nthe dog barks loudly at night\n", encoding="utf-8")
    words = ("score", "--hypothesis", tmp_path / "hyp", "--reference", tmp_path / "ref")
    scored = json.loads(printed(*words, "--format", "json"))
    assert scored["segments"] == 3
    assert [metric["name"] for metric in scored["metrics"]] == ["bleu", "chrf", "ter"]
    theirs = subprocess.run(
        [sys.executable, "-m", "sacrebleu", tmp_path / "ref", "-i", tmp_path / "hyp", "-m", "bleu", "-w", "4"],
        capture_output=True, check=True,
    )  # fmt: skip
    bleu = json.loads(theirs.stdout)
    assert scored["metrics"][0]["score"] == pytest.approx(bleu["score"], abs=1e-4)
    assert scored["metrics"][0]["signature"] == bleu["signature"]
    compared = json.loads(printed(*words, "--baseline", tmp_path / "hyp", "--metrics", "chrf", "--format", "json"))
    assert compared["metrics"][0]["p_value"] == 1
    assert "nrefs:1" in printed(*words)


REFUSED = [
    pytest.param(
        ("show", "nothing"),
        1,
        "nothing' is not in the store; expected the id of one that is; `mtreview list`",
        id="unknown article",
    ),
    pytest.param(("align", "missing.txt", "-"), 1, "missing.txt", id="missing file"),
    pytest.param(("export", "water", "--as", "papyrus", "-o", "-"), 1, "papyrus", id="unknown format"),
    pytest.param(("export", "--as", "text", "-o", "-"), 2, "--all", id="no article"),
    pytest.param(("export", "water", "--all", "--as", "text", "-o", "-"), 2, "--all", id="one and all"),
    pytest.param(("check", "-"), 1, "line 1", id="no JSON"),
    pytest.param(("list", "--db", "nonsense"), 1, "nonsense", id="no database"),
    pytest.param(("serve", "--port", "99999"), 2, "65535", id="no such port"),
    pytest.param(("serve", "--host", "no.such.host.invalid"), 1, "no.such.host.invalid", id="no such host"),
    pytest.param(("align", "one"), 2, "TARGET", id="wrong usage"),
    pytest.param(("align", "-", "-", "--source-lang", "xx"), 1, "xx", id="unknown language"),
]


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_refusals_say_what_and_where(db: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = run(*words, db=db, given=b"not json\n")
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    ("header", "row", "line"),
    [
        (("pair", "text"), ("a" * 70, "b" * 70), "a" * 70 + "  " + "b" * 59 + "…"),
        (("source", "text"), ("水厂", "x"), "水厂    x"),
        (("source", "text"), ("水" * 31, "x"), "水" * 29 + "…  x"),
        (("source", "text"), ("cafe\u0301 cafe\u0301", "x"), "cafe\u0301 cafe\u0301  x"),
        (("source", "text"), ("a\tb\n", ""), "a b"),
    ],
)
def test_a_table_keeps_its_columns_and_what_is_copied_from_it(
    header: tuple[str, ...], row: tuple[str, ...], line: str
) -> None:
    assert table(header, [row]).splitlines()[1] == line


def test_a_taken_port_is_named_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), db=tmp_path / "store.db")
    assert (done.returncode, done.stderr.decode().count("\n")) == (1, 1)
    assert f"port {port} of localhost: in use by another program" in done.stderr.decode()
    assert not (tmp_path / "store.db").exists()


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    pair = json.dumps(PAIRS[0])
    (tmp_path / "many.jsonl").write_text("\n".join([pair] * 3000), encoding="utf-8")
    command = f"{sys.executable} -m review.cli check {tmp_path / 'many.jsonl'} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=True)
    assert json.loads(done.stdout)["id"] == "b"
    assert done.stderr == b""


@pytest.mark.parametrize(
    "command", ["serve", "add", "list", "show", "align", "check", "checks", "export", "score", "report"]
)
def test_each_command_has_help(command: str) -> None:
    assert "Exit codes" in printed(command, "--help")


def test_checks_say_how_often_they_were_right(tmp_path: Path) -> None:
    listed = {check["id"]: check for check in json.loads(printed("checks", "--json"))}
    assert "by chance" in listed["doubled-word"]["on errors"]
    assert listed["doubled-word"]["decided"] == ""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    store = Store.open(url)
    pair = store.add(article_of([("桥。", "The the bridge.")], title="Bridge"), at=AT, by="Ana").translation.beads[0].id
    store.append(Judgement("j", pair, 0, "Ana", AT, Dismissal("doubled-word|target|0|The the")))
    assert "0 of 1 (0–79 %)" in printed("checks", "--db", url)


def test_serve_answers_from_any_folder_until_interrupted(tmp_path: Path) -> None:
    port = str(free_port())
    settings = {"MTREVIEW_DB": f"sqlite:///{tmp_path / 'store.db'}", "STREAMLIT_SERVER_HEADLESS": "true"}
    command = [sys.executable, "-m", "review.cli", "serve", "--port", port]
    server = subprocess.Popen(
        command, cwd=tmp_path, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        assert answers(f"http://localhost:{port}/_stcore/health", server) == b"ok"
    finally:
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=PATIENCE)
    assert (server.returncode, "Traceback" in said.decode()) == (0, False)
    assert f"http://localhost:{port}" in said.decode()
    assert len(json.loads(printed("list", "--json", db=tmp_path / "store.db"))) >= 9


def answers(url: str, server: subprocess.Popen[bytes]) -> bytes:
    """What a server says once it is there."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.2)
    return b""
