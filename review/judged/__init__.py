"""What people have said of articles, and what follows from it."""
