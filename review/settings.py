"""What a user may set from outside, and the defaults.

Each setting is an environment variable: its name in capitals behind `MTREVIEW_`, as `MTREVIEW_PORT=8600`. An empty
variable counts as none.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from review.errors import WrongSetting
from review.profiles import PROFILES

PREFIX = "MTREVIEW_"
NAMELESS = "reviewer"
"""Who judges on a machine that cannot tell who is logged in."""
PORTS = range(1, 65536)
ANSWERS = {
    **dict.fromkeys(("true", "yes", "on", "1", "t", "y"), True),
    **dict.fromkeys(("false", "no", "off", "0", "f", "n"), False),
}


def default_db() -> str:
    """The URL of the SQLite file in the user's data folder; the folder need not exist yet."""
    return f"sqlite:///{user_data_path('mtreview', appauthor=False) / 'mtreview.db'}"


def default_lexicons() -> Path:
    """The folder of word lists in the user's data folder; it need not exist."""
    return user_data_path("mtreview", appauthor=False) / "lexicons"


def _in_data_folder(name: str) -> Callable[[], Path | None]:
    """What tells a file of that name in the user's data folder; None where there is none."""

    def found() -> Path | None:
        path = user_data_path("mtreview", appauthor=False) / name
        return path if path.is_file() else None

    return found


def default_glossary() -> Path:
    """The glossary in the user's data folder; it need not exist."""
    return user_data_path("mtreview", appauthor=False) / "glossary.tsv"


def default_rules() -> Path:
    """The file of the user's own rules in the user's data folder; it need not exist."""
    return user_data_path("mtreview", appauthor=False) / "rules.toml"


def login_name() -> str:
    """The name of whoever is logged in, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return NAMELESS


def _port(text: str) -> int:
    port = int(text) if text.strip().isdecimal() else 0
    if port not in PORTS:
        raise ValueError(f"a whole number from {PORTS[0]} to {PORTS[-1]}")
    return port


def _profile(text: str) -> str:
    known = [profile.id for profile in PROFILES]
    if text.strip().lower() not in known:
        raise ValueError(f"one of {', '.join(known)}")
    return text.strip().lower()


def _answer(text: str) -> bool:
    if text.strip().lower() not in ANSWERS:
        raise ValueError("true or false")
    return ANSWERS[text.strip().lower()]


def from_environment(name: str, default: Callable[[], Any], read: Callable[[str], Any] = str) -> Any:
    """What `read` makes of a setting's variable, or the default where none is set; `read` raises ValueError.

    Raises WrongSetting.
    """
    text = os.environ.get(PREFIX + name.upper())
    try:
        return read(text) if text else default()
    except ValueError as error:
        raise WrongSetting(f"{PREFIX}{name.upper()}: {text!r}; expected: {error}") from error


def rules_file() -> Path:
    """The file of the user's own rules, for those who ask often and for nothing else; it need not exist."""
    return Path(from_environment("rules", default_rules, Path))


def _setting(name: str, default: Callable[[], Any], read: Callable[[str], Any] = str) -> Any:
    return field(default_factory=partial(from_environment, name, default, read))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings; a value given here stands before the environment, and that before the default.

    `db` is a SQLAlchemy URL, `reviewer` the name that judgements are signed with, `host` and TCP `port` where the
    browser door listens, `lexicons` the folder of the aligner's word lists, `encoder` that of its sentence encoder, ""
    for none, `glossary` and `style` the files that a project's checks go by, `rules` that of the user's own rules,
    `profile` the one that errors are marked by until a reviewer chooses another; with `samples` an empty store is
    filled with the sample articles; with `compare` an article is checked against what the other articles say; with
    `harper` the grammar checker of that name is asked as well. Raises WrongSetting for a variable that cannot be read.
    """

    db: str = _setting("db", default_db)
    reviewer: str = _setting("reviewer", login_name)
    host: str = _setting("host", lambda: "localhost")
    port: int = _setting("port", lambda: 8501, _port)
    lexicons: Path = _setting("lexicons", default_lexicons, Path)  # noqa: RUF009 - a field
    encoder: str = _setting("encoder", lambda: "")
    glossary: Path | None = _setting("glossary", _in_data_folder("glossary.tsv"), Path)  # noqa: RUF009
    style: Path | None = _setting("style", _in_data_folder("style.toml"), Path)  # noqa: RUF009
    rules: Path = field(default_factory=rules_file)
    profile: str = _setting("profile", lambda: PROFILES[0].id, _profile)
    samples: bool = _setting("samples", lambda: True, _answer)
    compare: bool = _setting("compare", lambda: True, _answer)
    harper: bool = _setting("harper", lambda: False, _answer)


def settings() -> Settings:
    """The settings of this moment. Raises WrongSetting for a variable that cannot be read."""
    return Settings()
