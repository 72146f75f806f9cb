"""The admin's side of people: their desk, the choosers, merging and the report of quotes."""
