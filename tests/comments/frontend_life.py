"""The whole life of a comment, lived by a frontend on another origin against a real server with several workers.

Against a PostgreSQL database of its own (or SQLite), which is made anew::

    DATABASE_URL=postgres://user@127.0.0.1:5432/comments_life python -m tests.comments.frontend_life

The suite runs the same life on the database at hand.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.comments.frontend import Answer, Frontend, mailed_tokens

Say = Callable[[str], object]


def live(
    url: str, page: int, mails: Path, moderate: Callable[[int, str], object], say: Say = lambda text: None
) -> None:
    """``moderate`` takes a moderator's decision: the id of a comment, and the state it goes to."""
    reader = Frontend(url, page)
    language = Frontend(url, page, language="en")

    say("A browser asks first whether the page may send; the allow-list answers.")
    asked = reader.preflight("POST", "", "content-type,idempotency-key")
    assert asked.status == 200
    assert asked.headers["access-control-allow-origin"] == "https://www.frontend.example"
    assert "idempotency-key" in asked.headers["access-control-allow-headers"]
    stranger = Frontend(url, page, origin="https://evil.example").preflight("POST", "", "content-type")
    assert "access-control-allow-origin" not in stranger.headers

    say("The form is opened: a token, and the policy in force.")
    form = reader.get("token/", page=page)
    assert form.status == 200
    assert form.headers["access-control-allow-origin"] == "https://www.frontend.example"
    assert form.document["policy"] == {"name": "premoderated", "open": True, "closes_at": None}

    say("Sent at once, it is refused as too quick for a person; then it is taken, once, however often it is sent.")
    form, early = _sent_at_once(language)
    assert early.code == (403, "token-too-early")
    assert early.document["detail"] == "That was very quick. Try again in a moment."
    assert int(early.headers["Retry-After"]) >= 1
    time.sleep(int(early.headers["Retry-After"]))
    receipts = [reader.post("مقال مفيد، شكرًا", token=form.document["token"], key="life-1") for _ in range(2)]
    assert [receipt.status for receipt in receipts] == [202, 202]
    assert len({receipt.document["id"] for receipt in receipts}) == 1
    comment = receipts[0].document["id"]
    edit = {"X-Edit-Token": receipts[0].document["edit_token"]}
    assert receipts[0].document["state"] == "unconfirmed"
    assert reader.listed() == []

    say("The mail leads to the frontend's own page; opening the link changes nothing, confirming does.")
    (token,) = mailed_tokens(mails, "sara@example.com")
    assert reader.get("confirm/", token=token).status == 405
    confirmed = reader.ask("POST", "confirm/", {"token": token})
    assert (confirmed.status, confirmed.document["state"]) == (200, "pending")
    assert reader.ask("POST", "confirm/", {"token": token}).code == (409, "confirmation-used")
    assert reader.listed() == []

    say("A moderator approves it, and everybody reads it.")
    moderate(comment, "approved")
    (item,) = reader.listed()
    assert (item["id"], item["author"], item["body"], item["dir"]) == (comment, "سارة", "مقال مفيد، شكرًا", "rtl")
    assert "sara@example.com" not in str(item)
    assert reader.get("counts/", pages=page).document == {"items": [{"page": page, "count": 1}]}

    say("Somebody answers, and somebody reports.")
    reply_form = reader.token()
    time.sleep(form.document["not_before_seconds"] + 0.1)
    answered = reader.post("Agreed", parent=comment, token=reply_form, name="Omar", email="omar@example.com")
    reply = answered.document["id"]
    (reply_token,) = mailed_tokens(mails, "omar@example.com")
    assert reader.ask("POST", "confirm/", {"token": reply_token}).document["state"] == "pending"
    moderate(reply, "approved")
    assert [(item["id"], item["parent"], item["lang"]) for item in reader.listed()] == [
        (comment, None, "ar"),
        (reply, comment, "en"),
    ]
    assert [reader.ask("POST", f"{reply}/report/", {"reason": "spam"}).status for _ in range(2)] == [202, 202]

    say("The author changes it, which takes it back to the queue, and withdraws it in the end; the answer stays.")
    may = reader.preflight("PATCH", f"{comment}/", "content-type,x-edit-token")
    assert "PATCH" in may.headers["access-control-allow-methods"]
    changed = reader.ask("PATCH", f"{comment}/", {"body": "مقال مفيد جدًا"}, edit)
    assert (changed.status, changed.document["state"]) == (200, "pending")
    assert [(item["id"], item["state"], item["body"]) for item in reader.listed()] == [
        (comment, "removed", None),
        (reply, "approved", "Agreed"),
    ]
    moderate(comment, "approved")
    assert reader.listed()[0]["body"] == "مقال مفيد جدًا"
    assert reader.ask("DELETE", f"{comment}/", headers=edit).document["state"] == "removed"
    assert [item["state"] for item in reader.listed()] == ["removed", "approved"]

    say("She asks for a copy of all she wrote, and has it erased.")
    tokens: list[str] = []
    for purpose in ("export", "erase"):
        assert reader.ask("POST", "mine/", {"email": "sara@example.com", "purpose": purpose}).status == 202
        found = _wait_for(len(tokens) + 1, lambda: mailed_tokens(mails, "sara@example.com", "privacy"))
        tokens += [token for token in found if token not in tokens]
    export, erase = tokens
    copy = reader.ask("POST", "mine/export/", {"token": export}).document["comments"]
    assert [(item["id"], item["body"]) for item in copy] == [(comment, "مقال مفيد جدًا")]
    assert reader.ask("POST", "mine/erase/", {"token": erase}).document == {"erased": 1}
    assert reader.ask("POST", "mine/export/", {"token": export}).document == {"comments": []}
    assert [item["state"] for item in reader.listed()] == ["removed", "approved"]


def _sent_at_once(reader: Frontend) -> tuple[Answer, Answer]:
    """A form and the answer to sending it within two seconds; a busy machine may need several forms for that."""
    for attempt in range(10):
        form = reader.get("token/", page=reader.page)
        answer = reader.post(f"مقال مفيد {attempt}", token=form.document["token"], email=f"quick{attempt}@example.com")
        if answer.status != 202:
            break
    return form, answer


def _wait_for(number: int, look: Callable[[], list[str]]) -> list[str]:
    """These mails leave beside the request, so that nobody can tell by the time whether there was one."""
    for _attempt in range(200):
        if len(found := look()) >= number:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{number} mails were expected")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.projects.comments_only.settings")
    database_url = os.environ["DATABASE_URL"]
    subprocess.run([sys.executable, "scripts/empty_database.py", database_url], check=True)
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from tests.comments.server import serve
    from tests.comments.site import build_site, make_article
    from wagtail_gulf_summit.comments.transitions import transition

    call_command("migrate", verbosity=0)
    moderator = get_user_model().objects.create_user("moderator")
    article = make_article(build_site("127.0.0.1").section)
    with tempfile.TemporaryDirectory() as folder, serve(database_url, Path(folder)) as server:
        live(server.url, article.pk, server.mails, lambda pk, state: transition(pk, state, user=moderator), say=print)
    print("The comment has lived its life.")


if __name__ == "__main__":
    main()
