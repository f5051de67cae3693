"""Imports point down: each layer may use the ones below it, and its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    {
        "__init__",
        "host",
        "judged",
        "types",
        "judgements",
        "errors",
        "languages",
        "mqm",
        "profiles",
        "diff",
        "article",
        "history",
        "layout",
        "proportion",
        "attempts",
    },
    {"texts"},
    {"align"},
    {"checks", "rank", "scores", "export", "report", "store", "settings"},
    {"teaching", "classify", "memory"},
    {"services"},
    {"rulebook"},
    {"flow", "checking", "verbs"},
    {"shell", "cli", "ui"},
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
ALLOWED_ACROSS = {
    ("report", "scores"),
    ("store", "settings"),
    ("rank", "checks"),
    ("flow", "checking"),
    ("verbs", "flow"),
}
MODULES = sorted((ROOT / "review").rglob("*.py"))
DOORS = ("app.py", "review/ui/", "review/cli.py")
SQL_HOME = "review/store/"
NETWORK_HOME = "review/services/"
NETWORK = {"requests", "urllib3", "http", "httpx", "aiohttp", "urllib.request", "socket", "ftplib", "smtplib"}
LISTENS = "review/shell/terminal.py"
"""Looks whether a port is free to listen on."""


def part_of(module: str) -> str:
    """The first part of a dotted name below `review`."""
    return module.split(".")[1] if "." in module else "__init__"


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, `from review import x` as review.x."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "review":
            names.update(f"review.{alias.name}" for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(ROOT / "review").parts[0].removesuffix(".py")
    assert own in LEVEL, f"{own} has no layer"
    for name in imported(path):
        if name == "review" or not name.startswith("review."):
            continue
        other = part_of(name)
        level = LEVEL[other]
        allowed = other == own or level < LEVEL[own] or (own, other) in ALLOWED_ACROSS
        allowed = allowed or (level == LEVEL[own] and level in {0, len(LAYERS) - 1})
        assert allowed, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_libraries_stay_in_their_place(path: Path) -> None:
    where = str(path.relative_to(ROOT))
    for name in imported(path):
        library = name.split(".")[0]
        if library == "streamlit":
            assert where.startswith(DOORS), f"{where} imports streamlit"
        if library in {"sqlalchemy", "alembic"}:
            assert where.startswith(SQL_HOME), f"{where} imports {library}"
        if {name, library} & NETWORK and where != LISTENS:
            assert where.startswith(NETWORK_HOME), f"{where} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_readable(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(source)), "a module says what it is"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert _code_lines(node) <= 50, f"{node.name} is too long"


def test_session_state_is_touched_in_one_module() -> None:
    touching = [path for path in MODULES if "session_state" in path.read_text(encoding="utf-8")]
    assert {path.name for path in touching} <= {"state.py"}


def test_app_is_a_door() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 40


def _code_lines(node: ast.FunctionDef) -> int:
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = first.end_lineno if documented else node.lineno
    return (node.end_lineno or 0) - (start or 0)
