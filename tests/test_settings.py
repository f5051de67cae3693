from __future__ import annotations

import getpass
from dataclasses import fields
from pathlib import Path

import pytest

from review.errors import WrongSetting
from review.settings import (
    NAMELESS,
    PREFIX,
    Settings,
    default_db,
    default_lexicons,
    default_rules,
    login_name,
    settings,
)

NAMES = (
    "db",
    "reviewer",
    "host",
    "port",
    "lexicons",
    "encoder",
    "glossary",
    "style",
    "rules",
    "profile",
    "samples",
    "compare",
    "harper",
)


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_the_defaults() -> None:
    found = settings()
    assert (found.host, found.port, found.samples) == ("localhost", 8501, True)
    assert found.db == default_db()
    assert found.db.startswith("sqlite:///")
    assert found.db.endswith("mtreview.db")
    assert found.reviewer == login_name()
    assert found.lexicons == default_lexicons()
    assert found.lexicons.name == "lexicons"
    assert found.rules == default_rules()
    assert found.rules.parent == found.lexicons.parent


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("db", "postgresql+psycopg://me@host/reviews", "postgresql+psycopg://me@host/reviews"),
        ("reviewer", "王小明", "王小明"),
        ("port", "8600", 8600),
        ("host", "0.0.0.0", "0.0.0.0"),
        ("lexicons", "/lists", Path("/lists")),
        ("encoder", "/models/labse", "/models/labse"),
        ("glossary", "/terms.csv", Path("/terms.csv")),
        ("style", "/house.toml", Path("/house.toml")),
        ("rules", "/house.toml", Path("/house.toml")),
        ("profile", "ESA", "esa"),
        ("samples", "false", False),
        ("samples", "0", False),
        ("samples", "yes", True),
        ("samples", "OFF", False),
        ("compare", "no", False),
    ],
)
def test_the_environment_stands_before_the_default(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, value: object
) -> None:
    monkeypatch.setenv(PREFIX + name.upper(), text)
    assert getattr(settings(), name) == value


def test_what_is_given_stands_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTREVIEW_PORT", "8600")
    assert Settings(port=8700).port == 8700


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = settings()
    monkeypatch.setenv(PREFIX + name.upper(), "")
    assert settings() == before


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("port", "http", "MTREVIEW_PORT: 'http'; expected: a whole number"),
        ("port", "0", "MTREVIEW_PORT: '0'; expected: a whole number from 1"),
        ("port", "65536", "MTREVIEW_PORT: '65536'; expected: .* to 65535"),
        ("port", "-1", "MTREVIEW_PORT: '-1'; expected: a whole number"),
        ("samples", "perhaps", "MTREVIEW_SAMPLES: 'perhaps'; expected: true or false"),
    ],
)
def test_what_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, name: str, text: str, reason: str) -> None:
    monkeypatch.setenv(PREFIX + name.upper(), text)
    with pytest.raises(WrongSetting, match=reason):
        settings()


def test_each_setting_is_described() -> None:
    assert tuple(field.name for field in fields(Settings)) == NAMES
    assert all(f"`{name}`" in (Settings.__doc__ or "") for name in NAMES)


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_machine_without_names_still_has_a_reviewer(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def nobody() -> str:
        raise error("no such user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert settings().reviewer == NAMELESS
