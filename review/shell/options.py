"""What commands of the shell door take alike: files, languages, the store, how to print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from review.store import Store

Command = Callable[..., None]

EPILOG = (
    "Exit codes: 0 done; 1 input or store refused; 2 wrong usage; 3 a check failed on some pair; 130 interrupted. "
    "A file named - is standard input or output."
)
FILE = click.Path(path_type=Path)
url = click.option("--db", metavar="URL", default="", help="The store, as a SQLAlchemy URL.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
article_id = click.argument("article")
output_file = click.option("-o", "--output", type=FILE, metavar="FILE", required=True, help="Where to write.")


def tags(command: Command) -> Command:
    """The languages of both sides."""
    for side in ("target", "source"):
        command = click.option(f"--{side}-lang", metavar="TAG", default="", help="Detected where not given.")(command)
    return command


def project_files(command: Command) -> Command:
    """The glossary and the style sheet of the project; else those that are set."""
    command = click.option("--style", type=FILE, metavar="FILE", help="A style sheet (.toml).")(command)
    return click.option("--glossary", type=FILE, metavar="FILE", help="Terms to keep to (.tsv, .csv, .tbx).")(command)


def formats(kinds: type[StrEnum]) -> Callable[[Command], Command]:
    """The option of how to print; the first kind where it is not given."""
    default = next(iter(kinds))
    return click.option("--format", "form", type=click.Choice(kinds), default=default, show_default=True)


def store_at(url: str) -> Store:
    """The store at that URL, or at the one from the settings. Raises StoreUnavailable."""
    from review.store import Store

    return Store.open(url)


def now() -> datetime:
    """The time that what a command stores is signed with."""
    return datetime.now(UTC)
