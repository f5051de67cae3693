"""Checks that need a library of an extra: each runs where that is installed and the user has switched it on."""
