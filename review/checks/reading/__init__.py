"""What checks read in a text: its language, words, sentences, scripts, addresses, page furniture and quantities."""
