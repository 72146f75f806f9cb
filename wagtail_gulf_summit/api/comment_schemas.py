"""The documents of the comments' endpoints."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from wagtail_gulf_summit.comments.policies import Policy as PolicyName
from wagtail_gulf_summit.comments.policy import PagePolicy

MAX_ID = 2**31 - 1

# What is checked elsewhere, with a refusal in the reader's language, told to those who read the schema.
PLAIN_TEXT: dict[str, Any] = {"pattern": r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]*$"}
ADDRESS: dict[str, Any] = {"format": "email", "minLength": 3, "maxLength": 254}
Id = Annotated[int, Field(ge=1, le=MAX_ID)]


class Incoming(Schema):
    """A request body: a field that does not exist is refused."""

    model_config = ConfigDict(extra="forbid")


class NewComment(Incoming):
    page: Id
    body: str
    token: str = ""
    name: str = Field("", description="Not needed from a signed-in member.")
    email: str = Field("", description="Never shown. Not needed from a signed-in member.")
    url: str = Field("", description="The author's web site, for the moderators.")
    parent: Id | None = None
    language: str = Field("", description="The language of the comment; found from its script when left out.")
    followup: bool = Field(False, description="Send a mail when a reply is approved.")
    honeypot: str = Field("", description="Hidden from people. Leave it empty.")
    challenge: str = Field("", description="The solved challenge, where the token came with one.")


class Confirmation(Incoming):
    token: str = Field(max_length=200)


class Edit(Incoming):
    body: str


class Report(Incoming):
    reason: Literal["offensive", "harassment", "spam", "off_topic", "false", "other"] = "other"
    details: str = Field("", max_length=500, json_schema_extra=PLAIN_TEXT)


class Ask(Incoming):
    email: str = Field(json_schema_extra=ADDRESS)
    purpose: Literal["export", "erase"]


class Proof(Incoming):
    token: str = Field(max_length=1000)


class Asked(Schema):
    message: str


class Erased(Schema):
    erased: int


class PolicyInForce(Schema):
    """``name`` is the policy in force now; ``open`` tells whether comments are taken."""

    name: PolicyName
    open: bool
    closes_at: datetime | None

    @classmethod
    def of(cls, policy: PagePolicy) -> "PolicyInForce":
        return cls(name=policy.in_force(), open=policy.is_open(), closes_at=policy.closes_at)


class Token(Schema):
    token: str
    not_before_seconds: int
    expires_in_seconds: int
    policy: PolicyInForce
    max_length: int
    max_depth: int
    confirm_email: bool = Field(description="Whether the author will be asked to confirm by e-mail.")
    challenge: dict[str, Any] | None


class Comment(Schema):
    """A tombstone (``state`` "removed") keeps a thread together and has neither author nor body."""

    id: int
    page: int
    root: int | None
    parent: int | None
    depth: int
    state: Literal["approved", "removed"]
    author: str | None
    body: str | None = Field(description="Plain text; escape it.")
    lang: str
    dir: Literal["ltr", "rtl"]
    created_at: datetime
    created_at_display: str = Field(description="In the language of the page.")
    edited_at: datetime | None
    edited_at_display: str
    pinned: bool
    replies_next: str | None = Field(description="Cursor to further replies: ask with root and cursor.")


class Listing(Schema):
    items: list[Comment]
    next: str | None
    policy: PolicyName
    count: int | None = Field(None, description="Only with count=true.")


class ExportedVersion(Schema):
    body: str
    replaced_at: datetime


class ExportedPage(Schema):
    id: int
    title: str
    url: str | None


class ExportedComment(Schema):
    id: int
    page: ExportedPage
    reply_to: int | None
    state: str
    reason: str
    name: str
    email: str
    url: str
    language: str
    follow_up: bool
    body: str
    earlier_versions: list[ExportedVersion]
    created_at: datetime
    edited_at: datetime | None
    confirmed_at: datetime | None


class Export(Schema):
    comments: list[ExportedComment]


class Receipt(Schema):
    id: int
    state: Literal["unconfirmed", "pending", "approved", "rejected", "spam", "removed"]
    message: str
    edit_token: str | None = Field(description="Send it as X-Edit-Token to change or withdraw the comment.")
    comment: Comment | None = Field(description="Present once it is public.")


class Count(Schema):
    page: int
    count: int


class Counts(Schema):
    items: list[Count]


class Reported(Schema):
    id: int
