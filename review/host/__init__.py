"""What the host gives: files that several write, caches, processes, and word of how far they are."""
