"""schema.org data (JSON-LD), made from the same values as the documents. Pure functions."""
