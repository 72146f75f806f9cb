"""The kinds of source, and which fields each kind has."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    REPORT = "report", _("Report")
    BOOK = "book", _("Book")
    CHAPTER = "chapter", _("Chapter")
    ARTICLE = "article", _("Journal article")
    NEWS = "news", _("News article")
    WEB_PAGE = "web_page", _("Web page")
    DATASET = "dataset", _("Dataset")
    INTERVIEW = "interview", _("Interview")
    SPEECH = "speech", _("Speech")
    LAW = "law", _("Law")
    VIDEO = "video", _("Video")
    NOTE = "note", _("Plain note")


#: The kind of source as CSL names it.
CSL_TYPES = {
    Kind.REPORT: "report",
    Kind.BOOK: "book",
    Kind.CHAPTER: "chapter",
    Kind.ARTICLE: "article-journal",
    Kind.NEWS: "article-newspaper",
    Kind.WEB_PAGE: "webpage",
    Kind.DATASET: "dataset",
    Kind.INTERVIEW: "interview",
    Kind.SPEECH: "speech",
    Kind.LAW: "legislation",
    Kind.VIDEO: "motion_picture",
    Kind.NOTE: "document",
}

#: The kind of source as BibTeX names its entries.
BIBTEX_TYPES = {
    Kind.REPORT: "techreport",
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.ARTICLE: "article",
    Kind.NEWS: "article",
}

_PRINTED = {Kind.REPORT, Kind.BOOK, Kind.CHAPTER}
_CONTAINED = {Kind.CHAPTER, Kind.ARTICLE, Kind.NEWS, Kind.VIDEO, Kind.SPEECH, Kind.INTERVIEW}

#: The kinds that have a field; a field that is not named here belongs to every kind.
FIELD_KINDS = {
    "edition": _PRINTED | {Kind.DATASET, Kind.LAW},
    "isbn": _PRINTED,
    "container_title": _CONTAINED,
    "volume": {Kind.ARTICLE, Kind.BOOK, Kind.CHAPTER},
    "issue": {Kind.ARTICLE, Kind.NEWS, Kind.REPORT, Kind.LAW},
    "pages": {Kind.ARTICLE, Kind.NEWS, Kind.CHAPTER},
    "place": _PRINTED | {Kind.SPEECH, Kind.INTERVIEW},
    "doi": {Kind.REPORT, Kind.BOOK, Kind.CHAPTER, Kind.ARTICLE, Kind.DATASET},
}
