"""The pages: each reads, shows, and calls a verb."""
