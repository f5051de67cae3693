"""Which rows the browser lacks: what it says that it has is not sent to it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """The rows of the newest screen, each with the number of the screen in which it first stood as it is now.

    `series` names what the `number`s count: another session counts its screens anew.
    """

    series: str
    number: int = 0
    rows: Mapping[str, tuple[int, Row]] = field(default_factory=dict)

    def after(self, rows: Sequence[Row]) -> Sent:
        """The next screen, which has those rows."""
        number, known = self.number + 1, self.rows
        same = {row["id"] for row in rows if row["id"] in known and known[row["id"]][1] == row}
        told = {row["id"]: known[row["id"]] if row["id"] in same else (number, row) for row in rows}
        return Sent(self.series, number, told)

    def lacking(self, has: int) -> list[Row]:
        """The rows that have changed, or come, since the screen of that number, or an older one that was skipped."""
        return [row for number, row in self.rows.values() if number > has]


def number_in(states: Mapping[str, object], series: str) -> int:
    """The number of the newest screen of a series that the browser says it has; 0 for none."""
    told = (state.get("has") for state in states.values() if isinstance(state, Mapping))
    ours = (has.get("number") for has in told if isinstance(has, Mapping) and has.get("series") == series)
    return max((number for number in ours if isinstance(number, int)), default=0)
