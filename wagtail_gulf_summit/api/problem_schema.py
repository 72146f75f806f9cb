"""What a problem document holds. Apart from the documents of rooms that a site may not have installed."""

from pydantic import BaseModel, ConfigDict, Field


class FieldError(BaseModel):
    field: str
    message: str


class ProblemDocument(BaseModel):
    """RFC 7807, its texts in the language of ``Accept-Language``."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:gulf-summit:problem:not-found"])
    title: str
    status: int
    detail: str
    code: str = Field(description="Stable and machine-readable.", examples=["not-found"])
    errors: list[FieldError] | None = Field(default=None, description="What is wrong, field by field.")
    known: list[str] | None = Field(default=None, description="The names that exist, where an unknown one was given.")
    unknown: list[str] | None = Field(default=None, description="The unknown fields of `fields`.")
