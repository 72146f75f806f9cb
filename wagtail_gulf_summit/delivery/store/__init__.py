"""Documents computed once and served as they are.

``stale`` marks what a change has made out of date, ``write`` computes it anew,
``read`` gives what the public may see, and computes what is out of date before
giving it. Nothing here is needed to be right: without a stored row, or with one
that is out of date, a document is built from the database.
"""
