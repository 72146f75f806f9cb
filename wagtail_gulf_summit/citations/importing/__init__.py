"""Bibliographic records pasted as CSL-JSON, BibTeX or RIS, as unsaved sources."""

from .parse import ParseError, parse_records
from .records import csl_to_source

__all__ = ["ParseError", "csl_to_source", "parse_records"]
