"""A moderator clears the queue with the keyboard, and a reader writes with and without a script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from playwright.sync_api import expect

from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.sites import build_news_site
from wagtail_gulf_summit.comments.models import GroupCommentPermission, ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.transitions import transition

expect.set_options(timeout=20_000)
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def site(settings):
    settings.GULF_SUMMIT_COMMENTS_TOKEN_AGE = (0, 7200)
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    return build_news_site("localhost")


@pytest.fixture
def article(site):
    return make_article(site.parent("ar"), ("paragraph", "<p>نص</p>"), title="قمة الحكومات")


@pytest.fixture
def moderate(log_in, site):
    """Log in as the moderator of the Arabic section alone."""

    def moderate(language="ar"):
        group = Group.objects.get_or_create(name="Section moderators")[0]
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        GroupCommentPermission.objects.get_or_create(group=group, page_id=site.parent("ar").pk)
        return log_in("moderator", groups=[group.name], language=language)

    return moderate


def assert_accessible(page):
    violations = Axe().run(page).response["violations"]
    grave = [v for v in violations if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [node["html"][:150] for node in v["nodes"]]) for v in grave] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_fifty_comments_are_cleared_with_the_keyboard_alone(page, moderate, screenshot, article, language):
    comments = [
        make_comment(article, f"تعليق {number}", state=State.PENDING, email=f"r{number}@example.com")
        for number in range(50)
    ]
    user = moderate(language)
    page.goto(reverse("reader_comments:index"))
    screenshot("queue")
    assert_accessible(page)
    for _stretch in range(2):
        expect(page.locator("[data-gs-card]")).to_have_count(25)
        for number in range(25):
            page.keyboard.press("a" if number % 2 else "r")
            expect(page.locator("[data-gs-decided]")).to_have_count(number + 1)
        page.reload()
    assert ReaderComment.objects.filter(state=State.PENDING).count() == 0
    decided = ReaderComment.objects.filter(pk__in=[comment.pk for comment in comments], moderator=user)
    assert [decided.filter(state=state).count() for state in (State.APPROVED, State.REJECTED)] == [24, 26]


def test_a_decision_is_undone_and_a_reader_banned_with_the_keyboard(page, moderate, screenshot, article):
    first, second = (
        make_comment(article, f"تعليق {name}", state=State.PENDING, email=f"{name}@example.com", name=name)
        for name in ("منى", "خالد")
    )
    third = make_comment(article, "تعليق ثالث", state=State.PENDING, email="خالد@example.com", name="خالد")
    moderate()
    page.goto(reverse("reader_comments:index"))
    page.keyboard.press("a")
    expect(page.locator("[data-gs-decided]")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator("[data-gs-decided]")).to_have_count(0)
    assert ReaderComment.objects.get(pk=first.pk).state == State.PENDING
    page.keyboard.press("j")
    expect(page.locator(f"#comment-{second.pk}")).to_be_focused()
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("b")
    expect(page.locator("[data-gs-decided]")).to_have_count(2)
    screenshot("banned")
    states = [ReaderComment.objects.get(pk=comment.pk).state for comment in (first, second, third)]
    assert states == [State.PENDING, State.REJECTED, State.REJECTED]
    assert [(s.standing, s.name) for s in ReaderStanding.objects.all()] == [("banned", "خالد")]


def test_who_comes_second_is_told_so(page, moderate, article):
    comment = make_comment(article, state=State.PENDING)
    moderate("en")
    page.goto(reverse("reader_comments:index"))
    transition(comment.pk, State.SPAM)
    page.keyboard.press("a")
    expect(page.locator("[data-gs-status]")).to_have_text("Somebody else has decided on this comment meanwhile.")
    expect(page.locator("[data-gs-state]")).to_have_text("Spam")
    assert ReaderComment.objects.get().state == State.SPAM


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reader_is_told_that_the_comment_is_held_and_a_moderator_publishes_it(
    page, moderate, screenshot, article, language
):
    make_comment(article, "تعليق قديم", name="منى")
    page.goto(article.url)
    form = page.locator("[data-gs-comment-form]")
    form.locator("[name=body]").fill("خبر مهم")
    form.locator("[name=name]").fill("سارة")
    form.locator("[name=email]").fill("sara@example.com")
    form.locator("button:not([type=button])").click()
    expect(form.locator("[data-gs-told]")).not_to_be_empty()
    screenshot("held", full_page=True)
    assert_accessible(page)
    comment = ReaderComment.objects.get(user_name="سارة")
    assert comment.state == State.PENDING
    moderate(language)
    page.goto(reverse("reader_comments:index"))
    page.keyboard.press("a")
    expect(page.locator("[data-gs-decided]")).to_have_count(1)
    page.goto(article.url)
    expect(page.locator(f"#comment-{comment.pk} .gs-comment__body")).to_have_text("خبر مهم")


def test_an_answer_is_written_below_what_it_answers(page, screenshot, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    root = make_comment(article, "الأصل", name="منى")
    page.goto(article.url)
    page.locator(f"#comment-{root.pk} [data-gs-answer]").click()
    form = page.locator(f"#comment-{root.pk} [data-gs-comment-form]")
    expect(form.locator("[name=body]")).to_be_focused()
    form.locator("[name=body]").fill("رد")
    form.locator("[name=name]").fill("خالد")
    form.locator("[name=email]").fill("khaled@example.com")
    form.locator("button:not([type=button])").click()
    expect(page.locator(f"#comment-{root.pk} .gs-comment .gs-comment__body")).to_have_text("رد")
    screenshot("answered", full_page=True)


@pytest.mark.parametrize("alone", [False, True])
def test_the_form_solves_the_challenge_that_a_site_asks_for(page, article, settings, alone):
    settings.GULF_SUMMIT_COMMENTS_ALTCHA_KEY = "a secret of the site"
    settings.GULF_SUMMIT_COMMENTS_ALTCHA_COST = 500
    page.goto(reverse("gulf_summit_comments:write", args=[article.pk]) if alone else article.url)
    form = page.locator("[data-gs-comment-form]")
    form.locator("[name=body]").fill("بعد حساب")
    form.locator("[name=name]").fill("سارة")
    form.locator("[name=email]").fill("sara@example.com")
    form.locator("button:not([type=button])").click()
    expect(form.locator("[data-gs-told]")).not_to_be_empty()
    assert ReaderComment.objects.get().comment == "بعد حساب"


def test_without_a_script_a_reader_is_told_that_the_challenge_needs_one(browser, live_server, article, settings):
    settings.GULF_SUMMIT_COMMENTS_ALTCHA_KEY = "a secret of the site"
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="ar")
    page = context.new_page()
    page.goto(article.url)
    expect(page.locator("[data-gs-comment-form] noscript p")).to_be_visible()
    context.close()


def test_without_a_script_the_form_works_as_well(browser, live_server, article):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="ar")
    page = context.new_page()
    page.goto(article.url)
    form = page.locator("[data-gs-comment-form]")
    form.locator("[name=body]").fill("بلا نص برمجي")
    form.locator("[name=name]").fill("سارة")
    form.locator("[name=email]").fill("sara@example.com")
    form.locator("button:not([type=button])").click()
    expect(page.locator("[role=status][data-state=pending]")).to_be_visible()
    assert ReaderComment.objects.get().comment == "بلا نص برمجي"
    context.close()
