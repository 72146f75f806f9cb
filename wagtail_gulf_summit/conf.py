"""The one reader of Django's settings: a typed property for each setting, read at use."""

from typing import Any

from django.conf import settings


class Conf:
    @property
    def AUTH_USER_MODEL(self) -> str:
        """Django's setting: the model of user accounts."""
        return str(settings.AUTH_USER_MODEL)

    @property
    def INSTALLED_APPS(self) -> list[str]:
        """Django's setting, as the list that Django itself reads."""
        return settings.INSTALLED_APPS

    @property
    def LANGUAGES(self) -> list[tuple[str, str]]:
        """The languages of the content: Wagtail's setting, or Django's where it is not set."""
        return list(getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", settings.LANGUAGES))

    @property
    def MIDDLEWARE(self) -> list[str]:
        """Django's setting."""
        return list(settings.MIDDLEWARE)

    @property
    def USE_TZ(self) -> bool:
        """Django's setting."""
        return bool(settings.USE_TZ)

    @property
    def WAGTAIL_ALLOW_UNICODE_SLUGS(self) -> bool:
        """Wagtail's setting: whether slugs may hold letters beyond ASCII."""
        return bool(getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True))

    @property
    def WAGTAIL_I18N_ENABLED(self) -> bool:
        """Wagtail's setting: whether pages have translations."""
        return bool(getattr(settings, "WAGTAIL_I18N_ENABLED", False))

    @property
    def WAGTAILSEARCH_BACKENDS(self) -> dict[str, dict[str, Any]]:
        """Wagtail's setting: the search backends by name."""
        return dict(getattr(settings, "WAGTAILSEARCH_BACKENDS", {}))

    @property
    def GULF_SUMMIT_IMAGE_WIDTHS(self) -> tuple[int, ...]:
        """Widths, in pixels, of the renditions offered in ``srcset``."""
        return tuple(getattr(settings, "GULF_SUMMIT_IMAGE_WIDTHS", (400, 800, 1200, 1600)))

    @property
    def GULF_SUMMIT_IMAGE_FORMATS(self) -> tuple[str, ...]:
        """Further formats of each rendition: a subset of ``("avif", "webp")``."""
        return tuple(getattr(settings, "GULF_SUMMIT_IMAGE_FORMATS", ("avif", "webp")))

    @property
    def GULF_SUMMIT_HEADLINE_LENGTH(self) -> int:
        """Characters above which the editor is told that a headline is long; longer ones are cut by search engines."""
        return int(getattr(settings, "GULF_SUMMIT_HEADLINE_LENGTH", 110))

    @property
    def GULF_SUMMIT_STANDFIRST_LENGTH(self) -> int:
        """Characters above which the editor is told that a standfirst is long."""
        return int(getattr(settings, "GULF_SUMMIT_STANDFIRST_LENGTH", 300))

    @property
    def GULF_SUMMIT_ARABIC_REGION(self) -> str:
        """Country (ISO 3166, two letters) whose month names plain ``ar`` uses: ``AE`` سبتمبر, ``LB`` أيلول."""
        return str(getattr(settings, "GULF_SUMMIT_ARABIC_REGION", "AE"))

    @property
    def GULF_SUMMIT_ARABIC_DIGITS(self) -> str:
        """Digits printed in Arabic text: ``"western"`` or ``"arabic-indic"``."""
        return str(getattr(settings, "GULF_SUMMIT_ARABIC_DIGITS", "western"))

    @property
    def GULF_SUMMIT_HOUSE_STYLE(self) -> dict[str, str]:
        """Spellings for the copy desk, beside its own: ``{"فيس بوك": "فيسبوك"}``; a word for itself is left alone."""
        return dict(getattr(settings, "GULF_SUMMIT_HOUSE_STYLE", {}))

    @property
    def DATA_UPLOAD_MAX_NUMBER_FIELDS(self) -> int | None:
        """Django's setting: how many fields a form may send; ``None`` for any number."""
        return settings.DATA_UPLOAD_MAX_NUMBER_FIELDS

    @property
    def GULF_SUMMIT_HIJRI_DATES(self) -> bool:
        """Whether summits give their days by the Hijri calendar as well; needs the ``hijri`` extra."""
        return bool(getattr(settings, "GULF_SUMMIT_HIJRI_DATES", False))

    # Reader comments

    @property
    def GULF_SUMMIT_COMMENTS_POLICY(self) -> str:
        """The policy where no page or section says otherwise: a value of ``comments.policies.Policy``."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_POLICY", "premoderated"))

    @property
    def GULF_SUMMIT_COMMENTS_CLOSE_AFTER(self) -> int:
        """Days after first publication when a page stops taking comments; 0 for never."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_CLOSE_AFTER", 0))

    @property
    def GULF_SUMMIT_COMMENTS_PAGE_TYPES(self) -> tuple[str, ...]:
        """Page types that take comments without ``CommentPolicyMixin``, such as ``("blog.PostPage",)``."""
        return tuple(getattr(settings, "GULF_SUMMIT_COMMENTS_PAGE_TYPES", ()))

    @property
    def GULF_SUMMIT_COMMENTS_TRUST_AFTER(self) -> int:
        """Approved comments after which the policy "trusted" no longer holds an author's comments."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_TRUST_AFTER", 3))

    @property
    def GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL(self) -> bool:
        """Whether a guest confirms each comment through a mail."""
        return bool(getattr(settings, "GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL", True))

    @property
    def GULF_SUMMIT_COMMENTS_CONFIRM_URL(self) -> str:
        """The frontend's confirmation page, with ``{token}`` in it; empty for the page this package serves."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_CONFIRM_URL", ""))

    @property
    def GULF_SUMMIT_COMMENTS_CONFIRM_HOURS(self) -> int:
        """Hours for which the link of the confirmation mail works."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_CONFIRM_HOURS", 24))

    @property
    def GULF_SUMMIT_COMMENTS_TOKEN_AGE(self) -> tuple[int, int]:
        """Seconds before which, and after which, a form token is refused."""
        youngest, oldest = getattr(settings, "GULF_SUMMIT_COMMENTS_TOKEN_AGE", (2, 7200))
        return int(youngest), int(oldest)

    @property
    def GULF_SUMMIT_COMMENTS_MAX_LENGTH(self) -> int:
        """Characters a comment may have."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_MAX_LENGTH", 3000))

    @property
    def GULF_SUMMIT_COMMENTS_MAX_LINKS(self) -> int:
        """Links above which a comment is held."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_MAX_LINKS", 1))

    @property
    def GULF_SUMMIT_COMMENTS_MAX_DEPTH(self) -> int:
        """How deep replies go: 0 for none, 1 for replies to roots only, and so on."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_MAX_DEPTH", 3))

    @property
    def GULF_SUMMIT_COMMENTS_EDIT_MINUTES(self) -> int:
        """Minutes in which an author may edit or withdraw a comment; 0 for never."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_EDIT_MINUTES", 15))

    @property
    def GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS(self) -> bool:
        """Whether the translations of a page share one conversation."""
        return bool(getattr(settings, "GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS", False))

    @property
    def GULF_SUMMIT_COMMENTS_RULES(self) -> tuple[str, ...]:
        """Dotted names of the rules that judge a comment, in order."""
        names = (
            *("length", "closed", "rate", "ban", "repeat_post", "banned_words", "suspect_words", "links"),
            *("answered", "premoderation", "new_author"),
        )
        default = tuple(f"wagtail_gulf_summit.comments.pipeline.rules.{name}" for name in names)
        return tuple(getattr(settings, "GULF_SUMMIT_COMMENTS_RULES", default))

    @property
    def GULF_SUMMIT_COMMENTS_BANNED_WORDS(self) -> tuple[str, ...]:
        """Words and phrases that reject a comment, beside those kept at the desk."""
        return tuple(getattr(settings, "GULF_SUMMIT_COMMENTS_BANNED_WORDS", ()))

    @property
    def GULF_SUMMIT_COMMENTS_SUSPECT_WORDS(self) -> tuple[str, ...]:
        """Words and phrases that hold a comment, beside those kept at the desk."""
        return tuple(getattr(settings, "GULF_SUMMIT_COMMENTS_SUSPECT_WORDS", ()))

    @property
    def GULF_SUMMIT_COMMENTS_RATES(self) -> dict[str, str]:
        """Limits in the notation of the ``limits`` library.

        ``post`` and ``report`` count per IP address, ``mail_address`` counts
        mails to one address, ``mail_ip`` mails that one IP address causes;
        ``edit`` counts changes of one comment.
        """
        default = {
            "post": "20/minute;200/hour",
            "edit": "20/hour",
            "report": "20/hour",
            "mail_address": "5/hour",
            "mail_ip": "60/hour",
        }
        return {**default, **getattr(settings, "GULF_SUMMIT_COMMENTS_RATES", {})}

    @property
    def GULF_SUMMIT_COMMENTS_RATE_STORAGE(self) -> str:
        """Where rates are counted: a storage address of ``limits``; by default the database, for all processes."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_RATE_STORAGE", "gulf-summit-database://"))

    @property
    def GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES(self) -> int:
        """How many proxies of your own stand in front; 0 ignores ``X-Forwarded-For``."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES", 0))

    @property
    def GULF_SUMMIT_COMMENTS_REPORTS_TO_HOLD(self) -> int:
        """Reports after which an approved comment goes back to the queue; 0 for never."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_REPORTS_TO_HOLD", 5))

    @property
    def GULF_SUMMIT_COMMENTS_ADDRESS_DAYS(self) -> int:
        """Days for which the keyed hash of an IP address is kept."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_ADDRESS_DAYS", 30))

    @property
    def GULF_SUMMIT_COMMENTS_REJECTED_DAYS(self) -> int:
        """Days for which rejected, spam and removed comments keep their text."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_REJECTED_DAYS", 90))

    @property
    def GULF_SUMMIT_COMMENTS_PRIVACY_URL(self) -> str:
        """The frontend's page for a copy or erasure of one's comments, with ``{token}``; empty mails the token."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_PRIVACY_URL", ""))

    @property
    def GULF_SUMMIT_COMMENTS_SEND_AT_ONCE(self) -> bool:
        """Whether mails are tried at the end of a request; else ``gulf_summit_send_comment_mails`` alone sends."""
        return bool(getattr(settings, "GULF_SUMMIT_COMMENTS_SEND_AT_ONCE", True))

    @property
    def GULF_SUMMIT_COMMENTS_ALTCHA_KEY(self) -> str:
        """The site's secret for signing ALTCHA challenges; empty asks readers for none (``spam`` extra)."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_ALTCHA_KEY", ""))

    @property
    def GULF_SUMMIT_COMMENTS_ALTCHA_COST(self) -> int:
        """How much work an ALTCHA challenge is: about this many hashes on average."""
        return int(getattr(settings, "GULF_SUMMIT_COMMENTS_ALTCHA_COST", 50_000))

    @property
    def GULF_SUMMIT_COMMENTS_AKISMET_KEY(self) -> str:
        """The site's key for Akismet; used by the rule ``pipeline.akismet.akismet`` (``spam`` extra)."""
        return str(getattr(settings, "GULF_SUMMIT_COMMENTS_AKISMET_KEY", ""))

    @property
    def EMAIL_TIMEOUT(self) -> int:
        """Django's setting; 10 seconds where it is not set, since nobody waits for ever for a mail server."""
        return int(getattr(settings, "EMAIL_TIMEOUT", None) or 10)

    @property
    def COMMENTS_APP(self) -> str:
        """django-comments' own setting."""
        return str(getattr(settings, "COMMENTS_APP", "django_comments"))

    @property
    def COMMENTS_XTD_MODEL(self) -> str:
        """django-comments-xtd's own setting."""
        return str(getattr(settings, "COMMENTS_XTD_MODEL", ""))

    @property
    def SITE_ID(self) -> int:
        """The site of ``django.contrib.sites``; 0 where it is not set."""
        return int(getattr(settings, "SITE_ID", 0) or 0)

    @property
    def DEFAULT_LANGUAGE(self) -> str:
        """The content language that ``LANGUAGE_CODE`` stands for: the ``x-default`` of ``hreflang``."""
        codes = [code for code, _name in self.LANGUAGES]
        wanted = str(settings.LANGUAGE_CODE)
        return wanted if wanted in codes else next((code for code in codes if wanted.startswith(code)), wanted)

    @property
    def WAGTAIL_SITE_NAME(self) -> str:
        """Wagtail's setting: the name of the installation."""
        return str(getattr(settings, "WAGTAIL_SITE_NAME", ""))

    @property
    def ROOT_URLCONF(self) -> str:
        """Django's setting."""
        return str(getattr(settings, "ROOT_URLCONF", ""))

    @property
    def DATABASES(self) -> dict[str, dict[str, Any]]:
        """Django's setting."""
        return dict(settings.DATABASES)  # type: ignore[arg-type]

    @property
    def TIME_ZONE(self) -> str:
        """Django's setting: the newsroom's clock."""
        return str(settings.TIME_ZONE)

    @property
    def MEDIA_URL(self) -> str:
        """Django's setting."""
        return str(settings.MEDIA_URL)

    @property
    def WAGTAILADMIN_BASE_URL(self) -> str:
        """Wagtail's setting: what the addresses of images begin with."""
        return str(getattr(settings, "WAGTAILADMIN_BASE_URL", ""))

    @property
    def GULF_SUMMIT_PREVIEW_SECONDS(self) -> int:
        """Seconds for which a preview link of the newsroom API works."""
        return int(getattr(settings, "GULF_SUMMIT_PREVIEW_SECONDS", 3600))

    @property
    def GULF_SUMMIT_PREVIEW_URL(self) -> str:
        """The frontend's page for drafts, with ``{token}`` in it; empty for the newsroom API's own document."""
        return str(getattr(settings, "GULF_SUMMIT_PREVIEW_URL", ""))

    @property
    def GULF_SUMMIT_API_CACHE_CONTROL(self) -> str:
        """``Cache-Control`` of the newsroom API; by default caches keep answers, and ask each time if they hold."""
        return str(getattr(settings, "GULF_SUMMIT_API_CACHE_CONTROL", "public, max-age=0, must-revalidate"))

    @property
    def GULF_SUMMIT_REFRESH_INLINE(self) -> int:
        """How many documents a change computes anew before its request ends; others wait for a worker or a reader."""
        return int(getattr(settings, "GULF_SUMMIT_REFRESH_INLINE", 20))

    @property
    def GULF_SUMMIT_PUBLISHER_NAME(self) -> str:
        """The publisher in structured data; by default the name of the site."""
        return str(getattr(settings, "GULF_SUMMIT_PUBLISHER_NAME", ""))

    @property
    def GULF_SUMMIT_PUBLISHER_LOGO(self) -> str:
        """Address of the publisher's logo, for structured data: in full, or from the root of the site."""
        return str(getattr(settings, "GULF_SUMMIT_PUBLISHER_LOGO", ""))


conf = Conf()
