"""The query parameters of the comments' endpoints."""

from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.comments.threads import NEWEST, OLDEST

from .comment_schemas import MAX_ID
from .parameters import Invalid, Parameter, choice_parameter

MAX_COUNTED_PAGES = 100
ID = {"type": "integer", "minimum": 1, "maximum": MAX_ID}
IDS = {"type": "string", "pattern": "^[0-9]{1,9}(,[0-9]{1,9}){0,99}$"}


def read_id(value: str) -> int:
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 11 else 0
    if not 1 <= number <= MAX_ID:
        raise Invalid(_("Enter an id."))
    return number


def read_page_ids(value: str) -> list[int]:
    """``"3,5"`` as ``[3, 5]``."""
    parts = value.split(",")
    if len(parts) > MAX_COUNTED_PAGES or not all(
        part.isascii() and part.isdecimal() and len(part) < 10 for part in parts
    ):
        raise Invalid(_("Give at most 100 page ids, separated by commas."))
    return list(dict.fromkeys(int(part) for part in parts))


PAGE = Parameter("page", read_id, ID, "The id of a page.", required=True)
PAGES = Parameter("pages", read_page_ids, IDS, "The ids of 1 to 100 pages, separated by commas.", required=True)
ROOT = Parameter("root", read_id, ID, "The id of the comment that begins a thread.")
ORDER = choice_parameter("order", (NEWEST, OLDEST), "Which threads come first: `newest`, unless given.")
