"""Images, as `wagtail_gulf_summit.images.image_value` describes them."""

from pydantic import Field

from .base import Document


class ImageSource(Document):
    type: str = Field(examples=["image/webp"])
    srcset: str


class FocalPoint(Document):
    """Fractions of the image's width and height."""

    x: float
    y: float


class Image(Document):
    src: str
    width: int
    height: int
    alt: str
    srcset: str
    sources: list[ImageSource]
    focal_point: FocalPoint | None
    placeholder: str = Field(description="A `data:` URI of a few bytes.")
