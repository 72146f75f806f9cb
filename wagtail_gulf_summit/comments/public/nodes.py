"""The flat public list as a tree, for templates. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wagtail_gulf_summit.comments.threads import PublicComment


@dataclass(frozen=True)
class Node:
    comment: PublicComment
    answers: list["Node"] = field(default_factory=list)


def as_tree(items: Iterable[PublicComment]) -> list[Node]:
    """Answers below what they answer; what answers a comment outside the list stands at its top."""
    roots: list[Node] = []
    by_id: dict[int, Node] = {}
    for comment in items:
        node = by_id[comment.id] = Node(comment)
        above = by_id.get(comment.parent) if comment.parent else None
        (above.answers if above else roots).append(node)
    return roots
