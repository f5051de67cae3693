"""What a user may set from outside, and the defaults.

Each setting is an environment variable: its name in capitals behind `MTREVIEW_`, as `MTREVIEW_PORT=8600`. An empty
variable counts as none.
"""

from __future__ import annotations

import getpass
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from review.errors import WrongSetting

PREFIX = "MTREVIEW_"
NAMELESS = "reviewer"
"""Who judges on a machine that cannot tell who is logged in."""


def default_db() -> str:
    """The URL of the SQLite file in the user's data folder; the folder need not exist yet."""
    return f"sqlite:///{user_data_path('mtreview', appauthor=False) / 'mtreview.db'}"


def default_lexicons() -> Path:
    """The folder of word lists in the user's data folder; it need not exist."""
    return user_data_path("mtreview", appauthor=False) / "lexicons"


def login_name() -> str:
    """The name of whoever is logged in, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return NAMELESS


class Settings(BaseSettings):
    """The settings; a value given here stands before the environment, and that before the default."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    db: str = Field(default_factory=default_db, description="SQLAlchemy URL of the database that holds the reviews")
    reviewer: str = Field(default_factory=login_name, min_length=1, description="name that judgements are signed with")
    host: str = Field(default="localhost", min_length=1, description="address that the browser door listens on")
    port: int = Field(default=8501, ge=1, le=65535, description="TCP port that the browser door listens on")
    lexicons: Path = Field(
        default_factory=default_lexicons, description="folder of bilingual word lists for the aligner"
    )
    samples: bool = Field(default=True, description="whether the sample articles are loaded into an empty store")


def settings() -> Settings:
    """The settings of this moment. Raises WrongSetting for a variable that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting("; ".join(_fault(str(f["loc"][0]), f["input"], f["msg"]) for f in error.errors())) from error


def _fault(name: str, found: object, message: str) -> str:
    return f"{PREFIX}{name.upper()}: {found!r}; expected: {message}"
