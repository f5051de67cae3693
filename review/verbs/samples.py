"""The sample articles that ship with the workbench, and how a store gets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from review import flow
from review.types import Article

if TYPE_CHECKING:
    from review.store import Store

SAMPLES_BY = "samples"
PACKAGE = Path(__file__).parents[1]
CORPORA = tuple(folder for folder in (PACKAGE / "corpora", PACKAGE.parent / "corpora") if folder.is_dir())


def samples() -> Iterator[Article]:
    """The articles that ship with the workbench. Raises UnreadableFile."""
    for folder in _sample_folders():
        about = json.loads((folder / "article.json").read_text(encoding="utf-8"))
        yield flow.read_article(
            (folder / "source.txt").read_bytes(),
            f"{folder.name}/source.txt",
            (folder / "target.txt").read_bytes(),
            f"{folder.name}/target.txt",
            source_lang=about["source_lang"],
            target_lang=about["target_lang"],
            title=about["title"],
            system=about["system"],
        )


def _sample_folders() -> list[Path]:
    return sorted(path.parent for corpora in CORPORA[:1] for path in corpora.glob("*/article.json"))


def add_samples(store: Store, *, at: datetime) -> tuple[Article, ...]:
    """Put the sample articles into a store that holds nothing else, as far as they are not there yet."""
    if not lacks_samples(store):
        return ()
    known = {entry.title for entry in store.entries()}
    return tuple(store.add(article, at=at, by=SAMPLES_BY) for article in samples() if article.title not in known)


def lacks_samples(store: Store) -> bool:
    """Whether a store holds no article but samples, and not all of those."""
    entries = store.entries()
    return len(entries) < len(_sample_folders()) and all(entry.by == SAMPLES_BY for entry in entries)
