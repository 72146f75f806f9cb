"""A reader at a frontend: talks to the newsroom API over HTTP, as anybody would."""

import json
from typing import Any

from django.core import mail
from django.test import Client

from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment

API = "/api/newsroom/comments/"


class Reader:
    """One reader of one page; ``address`` is the IP address they come from."""

    def __init__(self, page: Any = None, *, name: str = "سارة", email: str = "sara@example.com", address: str = ""):
        self.page = page
        self.name = name
        self.email = email
        extra = {"REMOTE_ADDR": address} if address else {}
        self.http = Client(**extra)

    def get(self, path: str = "", **params: Any) -> Any:
        return self.http.get(API + path, params)

    def send(self, method: str, path: str, payload: Any = None, **headers: str) -> Any:
        body = payload if isinstance(payload, (str, bytes)) else json.dumps(payload or {})
        return self.http.generic(method, API + path, body, content_type="application/json", headers=headers)

    def token(self, page: Any = None) -> str:
        response = self.get("token/", page=(page or self.page).pk)
        assert response.status_code == 200, response.content
        return response.json()["token"]

    def post(self, body: str = "تعليق", *, key: str = "", headers: dict[str, str] | None = None, **fields: Any) -> Any:
        """Post with a fresh token; ``fields`` replace what is sent, ``None`` leaves a field out."""
        payload = {"page": self.page.pk, "name": self.name, "email": self.email, "body": body}
        if "token" not in fields:
            payload["token"] = self.token()
        payload = {name: value for name, value in {**payload, **fields}.items() if value is not None}
        all_headers = {**({"Idempotency-Key": key} if key else {}), **(headers or {})}
        return self.send("POST", "", payload, **all_headers)

    def confirm(self, comment_id: int) -> Any:
        return self.send("POST", "confirm/", {"token": mailed_token(comment_id)})

    def listed(self, page: Any = None, **params: Any) -> list[dict[str, Any]]:
        response = self.get("", page=(page or self.page).pk, **params)
        assert response.status_code == 200, response.content
        return response.json()["items"]


def mailed_token(comment_id: int) -> str:
    """The token that waits in the outbox for the author of a comment."""
    return OutboxMail.objects.get(kind=OutboxMail.Kind.CONFIRM, comment_id=comment_id).context["token"]


def code_of(response: Any) -> tuple[int, str]:
    """Status and problem code of an answer; the media type is checked on the way."""
    assert response["Content-Type"] == "application/problem+json", response.content
    document = response.json()
    assert document["status"] == response.status_code
    assert document["type"] == f"urn:gulf-summit:problem:{document['code']}"
    assert document["title"] and document["detail"]
    return response.status_code, document["code"]


def state_of(comment_id: int) -> str:
    return ReaderComment.objects.get(pk=comment_id).state


def sent_to(address: str) -> list[Any]:
    return [message for message in mail.outbox if message.to == [address]]
