"""Reading: bytes become text with its encoding, its language and its segments."""
