"""The admin's side of citations: the sources desk and what the editor's Cite button opens."""
