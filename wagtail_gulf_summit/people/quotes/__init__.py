"""The index of published quotes: found in any page type, kept on every change, asked for by person."""
