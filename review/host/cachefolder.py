"""The user's cache folder: files that are whole whenever they are there, also when two processes write at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

from platformdirs import user_cache_path


def cache_file(name: str) -> Path:
    """Where a file of that name is kept; it need not be there."""
    return user_cache_path("mtreview", appauthor=False) / name


def write_whole(path: Path, content: bytes) -> None:
    """Put a file there, all of it or nothing. Raises OSError where that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
        written = Path(stream.name)
        try:
            stream.write(content)
            stream.close()
            written.replace(path)
        except OSError:
            stream.close()
            written.unlink()
            raise
