"""What a command starts with: `align` loads no library that it does not use, and no checks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WATER = ROOT / "corpora" / "zh-en-water-plant"
HEAVY = (
    *("alembic", "charset_normalizer", "docx", "jinja2", "lxml", "pandas", "pydantic", "rich", "sacrebleu"),
    *("sqlalchemy", "streamlit", "trafilatura"),
)
ALIGN = f"""
import sys
from review.cli import app
app(["align", *sys.argv[1:]], standalone_mode=False)
print({{*{HEAVY!r}, "review.checks"}} & set(sys.modules), file=sys.stderr)
"""


def test_align_loads_no_heavy_library_but_its_own() -> None:
    command = [sys.executable, "-c", ALIGN, str(WATER / "source.txt"), str(WATER / "target.txt")]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.count(b"\n") > 1
    assert done.stderr == b"set()\n"
