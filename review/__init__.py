"""The MT Review Workbench: align, check, correct, export and score machine translations."""

__version__ = "0.1.0"
