"""News articles, summits, quotes, citations and reader comments for Wagtail."""

__version__ = "0.1.0"
