"""The optional guards: a proof of work, and Akismet."""

import akismet
import altcha
import httpx
import pytest

from tests.comments.client import code_of
from tests.comments.site import make_article
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.pipeline import akismet as akismet_rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def proof_of_work(settings):
    settings.GULF_SUMMIT_COMMENTS_ALTCHA_KEY = "a secret of the site"
    settings.GULF_SUMMIT_COMMENTS_ALTCHA_COST = 50


def form(reader, page=None):
    return reader.get("token/", page=(page or reader.page).pk).json()


def solved(challenge):
    challenge = altcha.Challenge.from_dict(challenge)
    return altcha.Payload(challenge, altcha.solve_challenge(challenge)).to_base64()


def test_a_solved_challenge_lets_one_comment_through(reader, proof_of_work):
    asked = form(reader)
    solution = solved(asked["challenge"])
    assert reader.post("أول", token=asked["token"], challenge=solution).status_code == 202
    assert code_of(reader.post("ثان", challenge=solution)) == (403, "challenge-failed")


@pytest.mark.parametrize("solution", ["", "x", "e30=", "W10=", "bnVsbA==", "é", "{" * 1000])
def test_what_is_no_solution_is_refused(reader, proof_of_work, solution):
    assert code_of(reader.post(challenge=solution)) == (403, "challenge-failed")
    assert ReaderComment.objects.count() == 0


def test_an_unsolved_or_unsigned_challenge_is_refused(reader, proof_of_work):
    asked = form(reader)
    challenge = altcha.Challenge.from_dict(asked["challenge"])
    unsolved = altcha.Payload(challenge, altcha.Solution(0, "00" * 32)).to_base64()
    easier = altcha.create_challenge("SHA-256", 1, counter=0, data=challenge.parameters.data, hmac_secret="mine")
    for solution in (unsolved, solved(easier.to_dict())):
        assert code_of(reader.post(token=asked["token"], challenge=solution)) == (403, "challenge-failed")


def test_a_challenge_of_another_form_is_refused(reader, news, proof_of_work):
    elsewhere = solved(form(reader, make_article(news.section))["challenge"])
    assert code_of(reader.post(challenge=elsewhere)) == (403, "challenge-failed")


@pytest.fixture
def ask_akismet(settings, monkeypatch):
    """Akismet, by its library's own transport for tests; whatever says "viagra" is spam."""
    settings.GULF_SUMMIT_COMMENTS_RULES = (
        "wagtail_gulf_summit.comments.pipeline.rules.premoderation",
        "wagtail_gulf_summit.comments.pipeline.akismet.akismet",
    )
    asked = []

    def answer(request):
        if asked and asked[-1] == "down":
            raise httpx.ConnectError("down")
        form = httpx.QueryParams(request.content.decode())
        asked.append(dict(form))
        return httpx.Response(200, text="true" if "viagra" in form["comment_content"] else "false")

    client = akismet.SyncClient(
        akismet.Config("key", "https://news.example"), httpx.Client(transport=httpx.MockTransport(answer))
    )
    monkeypatch.setattr(akismet_rule, "_client", lambda key, url: client)
    return asked


def test_akismet_marks_spam_and_lets_others_go_on(reader, ask_akismet):
    assert reader.post("buy viagra").json()["state"] == "spam"
    assert reader.post("مقال مفيد").json()["state"] == "unconfirmed"
    assert [(asked["comment_content"], asked["user_ip"]) for asked in ask_akismet] == [
        ("buy viagra", "127.0.0.1"),
        ("مقال مفيد", "127.0.0.1"),
    ]
    assert ReaderComment.objects.get(state="spam").reason == "akismet"


def test_an_akismet_that_is_down_holds_nobody_up(reader, ask_akismet):
    ask_akismet.append("down")
    assert reader.post("buy viagra").json()["state"] == "unconfirmed"
