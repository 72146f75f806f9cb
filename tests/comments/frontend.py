"""A frontend on another origin, which knows of the site what the API tells: a browser's requests over real HTTP."""

import email
import email.policy
import http.client
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

API = "/api/newsroom/comments/"
ORIGIN = "https://www.frontend.example"


class Answer:
    def __init__(self, status: int, headers: Any, content: bytes) -> None:
        self.status = status
        self.headers = headers
        self.content = content

    @property
    def document(self) -> Any:
        return json.loads(self.content)

    @property
    def code(self) -> tuple[int, str]:
        return self.status, self.document["code"]


class Frontend:
    """Sends as a browser does from a page of ``origin``; every answer must say whether that origin may read it."""

    def __init__(self, url: str, page: int, *, origin: str = ORIGIN, language: str = "ar") -> None:
        self.host = urlsplit(url).netloc
        self.page = page
        self.headers = {"Origin": origin, "Accept-Language": language}

    def ask(self, method: str, path: str, payload: Any = None, headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=120)
        body = None if payload is None else payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        sent = {
            **self.headers,
            **({"Content-Type": "application/json"} if body is not None else {}),
            **(headers or {}),
        }
        try:
            connection.request(method, API + path, body, sent)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str = "", **parameters: Any) -> Answer:
        return self.ask("GET", f"{path}?{urlencode(parameters)}")

    def preflight(self, method: str, path: str, headers: str) -> Answer:
        wanted = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
        return self.ask("OPTIONS", path, headers=wanted)

    def token(self) -> str:
        return str(self.get("token/", page=self.page).document["token"])

    def post(self, body: str, *, key: str = "", **fields: Any) -> Answer:
        payload = {"page": self.page, "name": "سارة", "email": "sara@example.com", "body": body, **fields}
        if "token" not in payload:
            payload["token"] = self.token()
        return self.ask("POST", "", payload, {"Idempotency-Key": key} if key else {})

    def listed(self, **parameters: Any) -> list[dict[str, Any]]:
        return list(self.get("", page=self.page, **parameters).document["items"])


def mailed_tokens(mails: Path, address: str, link: str = "confirm") -> list[str]:
    """Tokens of the mails sent to one address, in the order they were sent, out of the links in them."""
    found = []
    for file in sorted(mails.glob("*.log"), key=lambda file: file.stat().st_mtime):
        for text in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
            message = email.message_from_bytes(text.strip(), policy=email.policy.default)
            if message["To"] == address:
                body = message.get_body(("plain",)).get_content()
                found += re.findall(rf"{re.escape(ORIGIN)}/{link}\?token=([^\s>]+)", body)
    return found
