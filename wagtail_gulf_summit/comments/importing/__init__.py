"""Comments of other systems become reader comments, each thread kept."""
