"""What a reader typed, checked and brought to one form. Pure: no database, no request."""

import re
import unicodedata
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.arabic.bidi import has_unsafe_bidi, is_rtl, strip_unsafe

from .errors import Text, invalid

NAME_LENGTH = 50
EMAIL_LENGTH = 254
URL_LENGTH = 200

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_MANY_BLANK_LINES = re.compile(r"\n{3,}")
_ADDRESS = re.compile(r"\S@\S+\.\S")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class CleanInput:
    name: str
    email: str
    url: str
    body: str


def clean_input(*, name: str, email: str, url: str, body: str, max_length: int) -> CleanInput:
    """The four fields as they are stored, or one refusal that names every field at fault."""
    cleaned: dict[str, str] = {}
    errors: dict[str, Text] = {}
    for field, value, cleaner in (
        ("name", name, clean_name),
        ("email", email, clean_email),
        ("url", url, clean_url),
        ("body", body, lambda text: clean_body(text, max_length)),
    ):
        try:
            cleaned[field] = cleaner(value)
        except ValidationError as error:
            errors[field] = error.message
    if errors:
        raise invalid(errors)
    return CleanInput(**cleaned)


def clean_name(name: str) -> str:
    """A name on one line, in normal form, that shows as it is stored."""
    _refuse_unstorable(name, allowed="")
    if has_unsafe_bidi(name):
        raise ValidationError(_("The name holds characters that change the direction of text."))
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not is_visible(name):
        raise ValidationError(_("Enter a name."))
    if _ADDRESS.search(name):
        raise ValidationError(_("Enter a name, not an e-mail address: the name is shown."))
    if len(name) > NAME_LENGTH:
        raise ValidationError(format_lazy(_("Use at most {limit} characters."), limit=NAME_LENGTH))
    return name


def clean_email(email: str) -> str:
    """An e-mail address, as it was typed but for spaces around it."""
    _refuse_unstorable(email, allowed="")
    email = email.strip(" ")
    if len(email) > EMAIL_LENGTH:
        raise ValidationError(format_lazy(_("Use at most {limit} characters."), limit=EMAIL_LENGTH))
    EmailValidator(message=_("Enter an e-mail address."))(email)
    return email


def clean_url(url: str) -> str:
    """A web address with http or https, or nothing."""
    _refuse_unstorable(url, allowed="")
    url = url.strip(" ")
    if len(url) > URL_LENGTH:
        raise ValidationError(format_lazy(_("Use at most {limit} characters."), limit=URL_LENGTH))
    if url:
        URLValidator(schemes=["http", "https"], message=_("Enter a web address that begins with https://."))(url)
    return url


def clean_body(body: str, max_length: int) -> str:
    """Plain text of at most ``max_length`` characters, with one kind of line end."""
    body = _LINE_ENDS.sub("\n", body)
    _refuse_unstorable(body, allowed="\n\t")
    body = strip_unsafe(unicodedata.normalize("NFC", body)).strip()
    body = _MANY_BLANK_LINES.sub("\n\n", body)
    if not is_visible(body):
        raise ValidationError(_("Write a comment."))
    if len(body) > max_length:
        raise ValidationError(format_lazy(_("Use at most {limit} characters."), limit=max_length))
    return body


def clean_note(text: str) -> str:
    """A few words to the moderators, on as many lines as they were written; may be empty."""
    text = _LINE_ENDS.sub("\n", text)
    _refuse_unstorable(text, allowed="\n\t")
    return strip_unsafe(unicodedata.normalize("NFC", text)).strip()


def is_visible(text: str) -> bool:
    """Whether anything of ``text`` can be seen.

    >>> is_visible("\\u200b\\u200d \\u2060"), is_visible("؟")
    (False, True)
    """
    # Hangul fillers and the Braille blank are "letters" and "symbols" that show nothing.
    blanks = "\u115f\u1160\u3164\uffa0\u2800"
    return any(unicodedata.category(c)[0] in "LNPS" and c not in blanks for c in text)


def _refuse_unstorable(text: str, allowed: str) -> None:
    """Control characters (NUL, CR, LF…) and lone surrogates break databases, mail headers and JSON."""
    for character in text:
        if character not in allowed and unicodedata.category(character) in ("Cc", "Cs"):
            raise ValidationError(_("Remove the control characters."))


def detect_language(text: str, page_language: str, languages: list[str]) -> str:
    """The language a comment is most likely in: its script decides, then the page, then the site's order.

    >>> detect_language("Thanks!", "ar", ["ar", "en"]), detect_language("شكرا", "ar", ["ar", "en"])
    ('en', 'ar')
    """
    letters = _LETTER.findall(text)
    if not letters:
        return page_language
    rtl = sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters) * 2 >= len(letters)
    return next((code for code in [page_language, *languages] if is_rtl(code) == rtl), page_language)
