"""What every page of the door looks like beyond its theme."""

from __future__ import annotations

from pathlib import Path

STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"
