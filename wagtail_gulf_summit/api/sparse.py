"""Sparse fields: ``title,bylines(person(name))`` read, checked against the contract, and applied."""

import re
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from .problems import Problem, filled

#: Fields by name, each with the fields asked for below it; ``None`` for all of them.
Tree = dict[str, "Tree | None"]

_TOKEN = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*|[(),])\s*")
MAX_LENGTH = 2000
MAX_DEPTH = 8


@lru_cache(maxsize=256)
def read_fields(text: str, model: type[BaseModel]) -> Tree:
    """The fields that ``text`` asks for. Raises ``Problem`` 400 that names an unknown field and those that exist."""
    tokens = _tokens(text)
    tree = _parse(tokens, 0)
    if tokens or not tree:
        raise _malformed()
    _check(tree, [model], "")
    return tree


def project(value: Any, tree: Tree | None) -> Any:
    """``value`` with only the fields of ``tree``, in the order of the document."""
    if tree is None:
        return value
    if isinstance(value, list):
        return [project(item, tree) for item in value]
    if isinstance(value, dict):
        return {name: project(item, tree[name]) for name, item in value.items() if name in tree}
    return value


def _tokens(text: str) -> list[str]:
    """The tokens of ``text``, the first one last."""
    if len(text) > MAX_LENGTH:
        raise _malformed()
    found, position = [], 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _malformed()
        found.append(match[1])
        position = match.end()
    return found[::-1]


def _parse(tokens: list[str], depth: int) -> Tree:
    tree: Tree = {}
    while tokens and depth < MAX_DEPTH:
        name = tokens.pop()
        if name in "(),":
            raise _malformed()
        below: Tree | None = None
        if tokens and tokens[-1] == "(":
            tokens.pop()
            below = _parse(tokens, depth + 1)
            if not tokens or tokens.pop() != ")":
                raise _malformed()
        tree[name] = _both(tree[name], below) if name in tree else below
        if not tokens or tokens[-1] != ",":
            return tree
        tokens.pop()
    raise _malformed()


def _both(one: Tree | None, other: Tree | None) -> Tree | None:
    """The fields of a field that was named twice; ``None`` is all of them."""
    if one is None or other is None:
        return None
    return {**one, **{name: _both(one[name], below) if name in one else below for name, below in other.items()}}


def _check(tree: Tree, models: list[type[BaseModel]], prefix: str) -> None:
    annotations: dict[str, list[Any]] = {}
    for model in models:
        for name, field in model.model_fields.items():
            annotations.setdefault(name, []).append(field.annotation)
    unknown = [name for name in tree if name not in annotations]
    if unknown:
        names = [prefix + name for name in unknown]
        raise Problem(
            400,
            "unknown-field",
            _("There is no such field."),
            errors={"fields": filled(_("There is no such field: %(names)s."), names=", ".join(names))},
            extra={"unknown": names, "known": sorted(prefix + name for name in annotations)},
        )
    for name, below in tree.items():
        if below is not None:
            _check(below, [model for one in annotations[name] for model in models_in(one)], f"{prefix}{name}.")


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field may hold, through lists, unions and ``Annotated``."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, BaseModel) else []
    if get_origin(annotation) in (list, Union, UnionType) or hasattr(annotation, "__metadata__"):
        arguments = get_args(annotation)
        if hasattr(annotation, "__metadata__"):
            arguments = arguments[:1]
        return [model for argument in arguments for model in models_in(argument)]
    return []


def _malformed() -> Problem:
    message = _("Write fields as title,bylines(person(name)).")
    return Problem(400, "malformed-fields", message, errors={"fields": message})
