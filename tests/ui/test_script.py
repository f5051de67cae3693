"""The component's files: all joined, and none of them turns text into markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from review.ui import component, reader

HERE = Path(component.__file__).parent
FORBIDDEN = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "http:", "https:")


def test_every_script_is_joined() -> None:
    joined = (*component.SCRIPTS, component.ASKING, component.PULSE)
    assert sorted(joined) == sorted(path.stem for path in HERE.glob("*.js"))


def test_every_style_sheet_is_joined() -> None:
    assert sorted(component.STYLES) == sorted(path.stem for path in (HERE / "styles").glob("*.css"))


@pytest.mark.parametrize("path", [*HERE.glob("*.js"), *reader.HERE.glob("*.js")], ids=lambda path: str(path.stem))
def test_text_never_becomes_markup(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not [word for word in FORBIDDEN if word in source.replace("http://www.w3.org/2000/svg", "")]
    assert len(source.splitlines()) <= 300
