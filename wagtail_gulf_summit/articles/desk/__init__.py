"""The admin's side of articles: their listing, the editing form, the checks of a story."""
