"""What the shell door is made of."""
