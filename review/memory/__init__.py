"""The project's own memory: what was translated and corrected before, and what follows from it elsewhere."""
