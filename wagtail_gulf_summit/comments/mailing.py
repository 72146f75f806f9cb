"""From a row of the outbox to a mail. The comment's own words are never part of it."""

from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.conf import conf

from .desk.digest_content import digest_of
from .following import followed, unsubscribe_link
from .models import OutboxMail
from .states import State


def compose(mail: OutboxMail) -> EmailMultiAlternatives | None:
    """The mail in its reader's language, as text and as HTML; ``None`` when there is nothing to say any more."""
    digest = digest_of(mail.context.get("user", 0)) if mail.kind == OutboxMail.Kind.DIGEST else {}
    if digest is None or not _is_wanted(mail):
        return None
    page = mail.comment.page if mail.comment else None
    unsubscribe = _unsubscribe_link(mail, page)
    context = {
        **mail.context,
        "mail": mail,
        "page": page,
        "page_url": page.full_url if page else "",
        "site_name": conf.WAGTAIL_SITE_NAME,
        "link": link_of(mail),
        "unsubscribe": unsubscribe,
        "hours": conf.GULF_SUMMIT_COMMENTS_CONFIRM_HOURS,
        "lang": mail.language,
        "dir": direction(mail.language),
        **digest,
    }
    with translation.override(mail.language):
        subject = " ".join(render_to_string(f"gulf_summit_comments/mail/{mail.kind}_subject.txt", context).split())
        text = render_to_string(f"gulf_summit_comments/mail/{mail.kind}.txt", context)
        html = render_to_string(f"gulf_summit_comments/mail/{mail.kind}.html", {**context, "subject": subject})
    message = EmailMultiAlternatives(subject, text, to=[mail.to])
    message.attach_alternative(html, "text/html")
    if unsubscribe:
        message.extra_headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return message


def _unsubscribe_link(mail: OutboxMail, page: Any) -> str:
    comment = followed(mail) if mail.kind == OutboxMail.Kind.FOLLOW_UP else None
    return unsubscribe_link(comment, page.get_site()) if comment else ""


def _is_wanted(mail: OutboxMail) -> bool:
    comment = mail.comment
    if mail.kind == OutboxMail.Kind.CONFIRM:
        return bool(
            comment
            and comment.state == State.UNCONFIRMED
            and comment.confirm_until
            and comment.confirm_until > timezone.now()
        )
    if mail.kind == OutboxMail.Kind.FOLLOW_UP:
        return comment is not None and comment.state == State.APPROVED and followed(mail) is not None
    return True


def link_of(mail: OutboxMail) -> str:
    """Where the mail leads: to the frontend's own page if the site names one, else to ours."""
    token = mail.context.get("token", "")
    if mail.kind == OutboxMail.Kind.PROOF:
        return conf.GULF_SUMMIT_COMMENTS_PRIVACY_URL.replace("{token}", token)
    page = mail.comment.page if mail.comment else None
    if mail.kind == OutboxMail.Kind.CONFIRM:
        if conf.GULF_SUMMIT_COMMENTS_CONFIRM_URL:
            return conf.GULF_SUMMIT_COMMENTS_CONFIRM_URL.replace("{token}", token)
        try:
            path = reverse("gulf_summit_comments:confirm")
        except NoReverseMatch:
            return ""
        site = page.get_site() if page else None
        return f"{site.root_url if site else conf.WAGTAILADMIN_BASE_URL}{path}?token={token}"
    return f"{page.full_url}#comment-{mail.comment_id}" if page else ""
