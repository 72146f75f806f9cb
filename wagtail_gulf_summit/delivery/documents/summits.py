"""A summit and its sessions."""

from typing import Literal

from pydantic import Field

from .articles import CommentsInfo, Hero
from .base import Alternate, Day, Document, Moment, PageDocument, PageRef, Seo, TopicRef
from .bodies import SummitBodyBlockDocument
from .people import OrganisationRef, PersonRef
from .sources import Citation


class When(Document):
    """A time, for machines and for readers; ``start`` and ``end`` are null while to be announced."""

    timezone: str = Field(examples=["Asia/Dubai"])
    start: Moment | None
    end: Moment | None = Field(description="Exclusive: an event of whole days ends at the midnight after its last.")
    all_day: bool
    display: str
    days: str
    hours: str
    hijri: str


class Coordinates(Document):
    latitude: float
    longitude: float


class Venue(Document):
    name: str
    address: str
    city: str
    country_code: str
    coordinates: Coordinates | None
    text: str = Field(description="The place on one line.")


class Series(Document):
    name: str
    page: PageRef | None


class ExpectedAttendance(Document):
    min: int | None
    text: str


class Announced(Document):
    """How many sessions of a kind were announced, and how many are in the schedule."""

    kind: str
    announced: int
    described: int


class SessionSpeaker(Document):
    person: PersonRef
    role: str
    role_display: str
    affiliation: str = Field(description="What the person is by profession, on the day of the session.")
    organisation: OrganisationRef | None


class PreviousDates(Document):
    start_date: Day
    end_date: Day | None
    start_time: str | None
    display: str


class Session(Document):
    id: int
    uid: str = Field(description="The same in every language and every revision.")
    kind: str
    kind_display: str
    title: str
    abstract: str
    day: Day | None
    when: When
    start: Moment | None
    start_display: str
    end: Moment | None
    room: str
    track: str
    invitation_only: bool
    capacity: int | None
    speakers: list[SessionSpeaker]


class SummitCard(PageDocument):
    """A summit in a list, without its sessions and its body."""

    type: Literal["summit"]
    section: PageRef | None
    topics: list[TopicRef]
    series: Series | None
    edition: int | None
    theme: str
    when: When
    start: Moment | None
    end: Moment | None
    dates_display: str
    venue: Venue
    attendance_mode: str
    attendance_mode_display: str
    status: str
    status_display: str
    hero: Hero | None
    first_published_at: Moment | None
    first_published_at_display: str
    last_published_at: Moment | None
    last_published_at_display: str


class Summit(SummitCard):
    alternates: list[Alternate]
    previous_dates: list[PreviousDates]
    online_url: str
    expected_attendance: ExpectedAttendance
    audience: str
    organisers: list[OrganisationRef]
    organiser_text: str
    registration_url: str
    announced: list[Announced]
    body: list[SummitBodyBlockDocument]
    citations: list[Citation]
    sessions: list[Session]
    comments: CommentsInfo
    seo: Seo


class SummitBrief(PageRef):
    """The summit that a session belongs to."""

    lang: str


class SessionItem(Session):
    """A session in a list over all summits."""

    type: Literal["session"]
    summit: SummitBrief
