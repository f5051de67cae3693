"""Archives whose bytes depend on nothing but what is in them and the time of writing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""Of the dates that a zip archive can hold."""


def archived(files: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """A zip archive of those files, by their paths, in which `at` (aware) is the time of each."""
    moment = max(at.astimezone(UTC), EARLIEST)
    dated = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for path, file in files:
            archive.writestr(ZipInfo(path, dated), file, ZIP_DEFLATED)
    return content.getvalue()
