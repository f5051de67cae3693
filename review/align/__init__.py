"""Sentence alignment, and the word lists that it goes by."""
