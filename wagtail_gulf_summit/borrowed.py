"""Strings of other packages that have no Arabic there, listed for ``makemessages``, which reads this file.

``django-comments-xtd`` ships no Arabic at all, and Wagtail's lags behind its newest screens. Django looks a string up
in the catalogues of all apps, so what ``locale/ar`` here says serves their templates as well.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

DJANGO_COMMENTS_XTD = (
    _("This comment has been removed."),
    _("Notify me about follow-up comments"),
    _("Mail"),
    _("Required for comment verification"),
    _("mail address"),
    _("url your name links to (optional)"),
    _("Your comment"),
    _("Notify follow-up comments"),
    _("A new comment has been sent to the following URL:"),
    _("Sent by"),
    _("Remove this comment?"),
    _(
        "As a moderator you can delete comments. Deleting a comment does not remove it from the site, only "
        "prevents your website from showing the text. Click on the remove button to delete the following "
        "comment:"
    ),
    _("cancel"),
    _("The comment has been removed."),
    _("Thank you for taking the time to improve the quality of discussion in our site."),
    _("Flag comment"),
    _("Flag this comment?"),
    _("Click on the flag button to mark the following comment as inappropriate."),
    _("Posted to "),
    _("Flag"),
    _("Comment flagged"),
    _("The comment has been flagged."),
    _("send"),
    _("preview"),
    _("comment permalink"),
    _("remove comment"),
    _("Comment confirmation requested."),
    _(
        "A confirmation message has been sent to your\n        email address. Please, click on the link in "
        "the message to confirm\n        your comment."
    ),
    _("Go back to"),
    _("Preview of your comment for:"),
    _("Empty comment."),
    _("Post your comment"),
    _("Comment list"),
    _("List of comments"),
    _("No comments yet."),
    ngettext_lazy(
        "A user has flagged this comment as inappropriate.",
        "%(counter)s users have flagged this comment as inappropriate.",
        "counter",
    ),
    _("comment flagged"),
    _("flag comment"),
    _("Reply"),
    _("Comment discarded"),
    _("Comment automatically discarded"),
    _("Sorry, your comment has been automatically discarded"),
    _("Confirm your opinion"),
    _("You didn't like this comment, do you want to change it?"),
    _("Do you dislike this comment?"),
    _("Please, confirm your opinion about the comment."),
    _('Click on the "withdraw" button if you want to withdraw your negative opinion on this comment.'),
    _("Withdraw"),
    _("I dislike it"),
    _("You disliked the comment"),
    _("Thanks for taking the time to participate."),
    _("You or someone in behalf of you have requested to post a comment into this page:"),
    _("The comment"),
    _(
        "If you do not wish to post the comment, please ignore this message or report an incident to "
        "%(contact)s. Otherwise click on the link below to confirm the comment."
    ),
    _("If clicking does not work, you can also copy and paste the address into your browser's address window."),
    _("Thanks for your comment!"),
    _("Kind regards"),
    _("There is a new comment following up yours."),
    _(
        "Click <a "
        'href="http://%(site_domain)s%(mute_url)s">http://%(site_domain)s%(mute_url_short)s...</a> to '
        "mute the comments thread. You will no longer receive follow-up notifications."
    ),
    _("Click on the following link to mute the comments thread. You will no longer receive follow-up notifications:"),
    _("You liked this comment, do you want to change it?"),
    _("Do you like this comment?"),
    _('Click on the "withdraw" button if you want to withdraw your positive opinion on this comment.'),
    _("I like it"),
    _("Your opinion is appreciated"),
    _("Comment requires approval"),
    _("Comment in moderation"),
    _(
        "\n          Your comment is in moderation.<br/>\n          It has to be reviewed before being "
        "published.<br/>\n          Thank you for your patience and understanding.\n        "
    ),
    _('\n          Go back to: <a href="%(content_object_url)s">%(content_object_str)s</a>\n        '),
    _("Comment thread muted"),
    _("Comment thread has been muted"),
    _("You will no longer receive email notifications for comments sent to"),
    _("Only registered users can post comments."),
    _("A removal suggestion has been received for the following comment:"),
    _("Posted to the following URL"),
    _("Removal suggested by"),
    _("Comment reply"),
    _("comment confirmation request"),
    _("new comment posted"),
    _(
        "A confirmation message has been sent to your\n            email address. Please, click on the "
        "link in the message to confirm\n            your comment."
    ),
    _(
        "\n            Your comment is in moderation.<br/>\n            It has to be reviewed before being "
        "published.<br/>\n            Thank you for your patience and understanding.\n            "
    ),
    _('\n            Go back to: <a href="%(content_object_url)s">%(content_object_str)s</a>\n            '),
    _("Invalid token header.Token string should not contain spaces."),
    _("Submitted by"),
    _("Kind regards,"),
)

WAGTAIL = (
    # Wagtail's own Arabic of these counts in one form: يوجد 3 تطابق.
    ngettext_lazy("There is %(counter)s match", "There are %(counter)s matches", "counter"),
    ngettext_lazy("There is one matching page", "There are %(counter)s matching pages", "counter"),
    _("Bold"),
    _("Italic"),
    _('You do not have permission to publish pages at "%(page_title)s"'),
    _("Cancelled by %(cancelled_by)s"),
    _("Locked by"),
    _("Anyone"),
    _("unknown number"),
    _("Wagtail API v3"),
    _("- Select an option -"),
    _("revoked at"),
    _("last used at"),
    _("API token"),
    _("API tokens"),
    _("A human-readable label to identify this token."),
    _("Create API token"),
    _("Revoke API token"),
    _("API token revoked"),
    _("%(model_name)s scheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s scheduled for publishing"),
    _("%(model_name)s unscheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s unscheduled from publishing"),
    _("Yes, revoke"),
    _("No, don't revoke"),
    _('The token "%(name)s" has been created, copy it now, it will never be shown again.'),
    _("Copy token"),
    _("Back to API tokens"),
    _("Copying failed — please select and copy the token manually."),
    _("Revoked"),
    _("Last used"),
    _("Revoke"),
    _("API token created"),
    _("Never"),
    _("Are you sure you want to revoke this API token?"),
    _("API token '%(name)s' revoked."),
    _("Select a new language"),
    _("This locale's current language code is not supported. Please choose a new language or delete this locale."),
    _("This locale's language code is not supported"),
    _("Wagtail locales (Wagtail Localize version)"),
)
