"""From a page or a snippet to its document.

Every function returns plain values that fit the model in ``delivery.documents``
named in its docstring. They read the database, and are meant to run once for
each publication; ``delivery.store`` keeps what they give.
"""
