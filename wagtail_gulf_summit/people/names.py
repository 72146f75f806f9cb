"""Names as they are compared: one spelling for all the ways a name is typed."""

from wagtail_gulf_summit.arabic.fold import fold, words


def fold_name(name: str) -> str:
    """The folded words of a name, for finding the same name spelt another way.

    >>> fold_name("  إليزابيث   لِيندر ") == fold_name("اليزابيث ليندر")
    True
    """
    return " ".join(words(fold(name)))[:255]
