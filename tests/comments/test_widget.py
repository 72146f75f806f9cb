"""Comments under an article without a script: the form, what it answers, and the list."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.comments.factories import make_comment
from tests.comments.site import make_article
from wagtail_gulf_summit.comments.models import CommentReport, OutboxMail, ReaderComment
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db


class FormParser(HTMLParser):
    """The fields of the comment form as a browser would send them untouched."""

    def __init__(self, html):
        super().__init__()
        self.fields = {}
        self.action = None
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self._inside = "data-gs-comment-form" in attrs
            if self._inside:
                self.action = attrs["action"]
        elif self._inside and tag in ("input", "textarea") and attrs.get("type") != "checkbox":
            self.fields[attrs["name"]] = attrs.get("value", "")


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def form_in(response):
    return FormParser(response.content.decode())


def fill(form, **typed):
    return {**form.fields, "name": "سارة", "email": "sara@example.com", "body": "خبر مهم", **typed}


def told(response):
    return re.search(r'role="status" data-state="(\w+)"', response.content.decode()).group(1)


@pytest.mark.parametrize("confirms", [True, False])
def test_a_guest_comments_in_one_step_and_is_told_where_the_comment_stands(article, browser, settings, confirms):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = confirms
    shown = browser.get(article.url)
    assert not shown.cookies
    form = form_in(shown)
    response = browser.post(form.action, fill(form))
    comment = ReaderComment.objects.get()
    expected = State.UNCONFIRMED if confirms else State.PENDING
    assert (response.status_code, told(response), comment.state) == (202, expected, expected)
    assert (comment.comment, comment.user_name, comment.page_id) == ("خبر مهم", "سارة", article.pk)
    assert OutboxMail.objects.count() == int(confirms)


def test_a_comment_published_at_once_is_linked(article, browser, open_house):
    form = form_in(browser.get(article.url))
    response = browser.post(form.action, fill(form))
    comment = ReaderComment.objects.get()
    assert (response.status_code, told(response)) == (201, State.APPROVED)
    assert f'href="{article.url}#comment-{comment.pk}"' in response.content.decode()
    assert f'id="comment-{comment.pk}"' in browser.get(article.url).content.decode()


def test_a_form_sent_twice_stores_one_comment(article, browser, open_house):
    form = form_in(browser.get(article.url))
    answers = [browser.post(form.action, fill(form)).status_code for _ in range(2)]
    assert (answers, ReaderComment.objects.count()) == ([201, 201], 1)


def test_readers_of_one_cached_page_all_get_to_comment(article, open_house):
    form = form_in(Client().get(article.url))
    first, second = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    assert first.post(form.action, fill(form)).status_code == 201
    again = second.post(form.action, fill(form, name="خالد", email="khaled@example.com", body="وأنا كذلك"))
    assert again.status_code == 409
    fresh = form_in(again)
    assert "وأنا كذلك" in again.content.decode()
    answer = second.post(fresh.action, fill(fresh, name="خالد", email="khaled@example.com", body="وأنا كذلك"))
    assert (answer.status_code, ReaderComment.objects.count()) == (201, 2)


def test_another_site_s_form_is_shown_and_not_acted_on(article, browser, open_house):
    form = form_in(Client().get(article.url))
    response = browser.post(form.action, fill(form), headers={"Origin": "https://evil.example"})
    assert (response.status_code, ReaderComment.objects.count()) == (200, 0)


def test_a_member_s_comment_needs_the_member_s_own_form(article, browser, open_house, django_user_model):
    browser.force_login(django_user_model.objects.create_user("huda", "huda@example.com", first_name="هدى"))
    form = form_in(Client().get(article.url))
    shown = browser.post(form.action, fill(form))
    assert (shown.status_code, ReaderComment.objects.count()) == (200, 0)
    own = form_in(shown)
    assert set(own.fields) == {"csrfmiddlewaretoken", "token", "parent", "body", "website"}
    assert browser.post(own.action, {**own.fields, "body": "خبر مهم"}).status_code == 201
    assert ReaderComment.objects.get().user_name == "هدى"


def test_a_filled_trap_is_refused_without_a_mail(article, browser):
    form = form_in(browser.get(article.url))
    response = browser.post(form.action, fill(form, website="http://spam.example"))
    assert (response.status_code, ReaderComment.objects.count(), OutboxMail.objects.count()) == (400, 0, 0)


def test_wrong_input_is_shown_again_with_what_is_wrong(article, browser):
    form = form_in(browser.get(article.url))
    response = browser.post(form.action, fill(form, email="x", body="<b>نص</b>"))
    html = response.content.decode()
    assert (response.status_code, ReaderComment.objects.count()) == (400, 0)
    assert "&lt;b&gt;نص&lt;/b&gt;</textarea>" in html
    assert re.search(r'id="gs-email-error"[^>]*>[^<]+<', html)


def test_an_answer_goes_below_what_it_answers(article, browser, open_house):
    root = make_comment(article, "الأصل", name="منى")
    shown = browser.get(f"/comments/{article.pk}/write/", {"parent": root.pk})
    assert "منى" in shown.content.decode()
    form = form_in(shown)
    assert browser.post(form.action, fill(form)).status_code == 201
    assert ReaderComment.objects.get(reply_to=root).root_id == root.pk


@pytest.mark.parametrize("parent", ["abc", "-1", "99999999999999999999", "2147483647"])
def test_an_answer_to_nothing_is_refused(article, browser, open_house, parent):
    form = form_in(browser.get(f"/comments/{article.pk}/write/", {"parent": parent}))
    assert form.fields["parent"] == ""
    assert browser.post(form.action, fill(form, parent=parent)).status_code == 400
    assert ReaderComment.objects.count() == 0


def test_a_comment_reads_in_its_own_direction_and_is_inert(article, browser):
    make_comment(article, "<script>alert(1)</script> hello", name="<b>Bob</b>", language="en")
    html = browser.get(article.url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; hello" in html
    assert "&lt;b&gt;Bob&lt;/b&gt;" in html
    assert re.search(r'class="gs-comment__body" lang="en" dir="ltr"', html)


def test_only_approved_comments_are_listed_and_no_address_is(article, browser):
    for state in State:
        make_comment(article, f"<{state}>", state=state, email="secret@example.com")
    html = browser.get(article.url).content.decode()
    assert [state for state in State if f"&lt;{state}&gt;" in html] == [State.APPROVED]
    assert "secret@example.com" not in html


def test_further_comments_are_a_link_away(article, browser):
    for number in range(25):
        make_comment(article, f"رقم {number:02}")
    first = browser.get(article.url).content.decode()
    link = re.search(r'data-gs-more href="([^"]+)"', first).group(1).replace("&amp;", "&")
    second = browser.get(link).content.decode()
    seen = re.findall(r"رقم (\d\d)", first), re.findall(r"رقم (\d\d)", second)
    assert seen == ([f"{n:02}" for n in range(24, 4, -1)], [f"{n:02}" for n in range(4, -1, -1)])
    assert "data-gs-more" not in second


def test_further_answers_are_a_link_away(article, browser):
    root = make_comment(article, "الأصل")
    for number in range(22):
        make_comment(article, f"رد {number:02}", reply_to=root)
    first = browser.get(article.url).content.decode()
    link = re.search(r'data-gs-more href="([^"]+)"', first).group(1).replace("&amp;", "&")
    assert re.findall(r"رد (\d\d)", browser.get(link).content.decode()) == ["20", "21"]


@pytest.mark.parametrize("count", [1, 12])
def test_an_article_takes_the_same_queries_for_one_comment_and_for_many(
    article, browser, django_assert_num_queries, count
):
    from wagtail_gulf_summit.comments.public.widget import widget_context

    roots = [make_comment(article) for _ in range(count)]
    for root in roots:
        make_comment(article, reply_to=root)
    browser.get(article.url)
    request = browser.get(article.url).wsgi_request
    with django_assert_num_queries(4):
        widget_context(request, article)


@pytest.mark.parametrize("policy", ["closed", "read_only"])
def test_a_page_that_takes_no_comments_has_no_form(news, browser, policy):
    article = make_article(news.section, comment_policy=policy)
    make_comment(article, "قديم")
    html = browser.get(article.url).content.decode()
    assert ("data-gs-comment-form" in html, "قديم" in html) == (False, policy == "read_only")
    assert browser.get(f"/comments/{article.pk}/write/").status_code == 403
    assert browser.get(f"/comments/{article.pk}/").status_code == (404 if policy == "closed" else 200)


def test_a_reader_reports_a_comment_once(article, browser):
    comment = make_comment(article, "تعليق")
    shown = browser.get(f"/comments/report/{comment.pk}/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', shown.content.decode()).group(1)
    sent = {"csrfmiddlewaretoken": token, "reason": "spam", "details": "إعلان"}
    assert browser.post(f"/comments/report/{comment.pk}/", {**sent, "csrfmiddlewaretoken": ""}).status_code == 403
    assert [browser.post(f"/comments/report/{comment.pk}/", sent).status_code for _ in range(2)] == [202, 202]
    assert [(report.reason, report.details) for report in CommentReport.objects.all()] == [("spam", "إعلان")]


@pytest.mark.parametrize("reason", ["", "nothing", "x" * 5000])
def test_a_report_without_a_known_reason_is_refused(article, client, reason):
    comment = make_comment(article)
    assert client.post(f"/comments/report/{comment.pk}/", {"reason": reason}).status_code == 400
    assert CommentReport.objects.count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "0/",
        "-1/",
        "99999999999/",
        "2147483648/",
        "2147483647/",
        "abc/write/",
        "2147483647/form/",
        "report/2147483647/",
    ],
)
def test_ids_of_nothing_are_not_found(news, browser, path):
    assert browser.get(f"/comments/{path}").status_code == 404


def test_hidden_comments_cannot_be_reported(article, browser):
    comments = [make_comment(article, state=state) for state in State if state != State.APPROVED]
    assert {browser.get(f"/comments/report/{comment.pk}/").status_code for comment in comments} == {404}


def test_a_private_page_has_no_comment_pages(article, browser):
    from wagtail.models import PageViewRestriction

    make_comment(article)
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    paths = ["", "write/", "form/"]
    assert {browser.get(f"/comments/{article.pk}/{path}").status_code for path in paths} == {404}
