"""Images as a frontend needs them: renditions, sizes, focal point, placeholder."""

import logging
from base64 import b64encode
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from PIL import UnidentifiedImageError
from willow.image import UnrecognisedImageFormatError

from .conf import conf
from .scope import note_change

logger = logging.getLogger("wagtail_gulf_summit.images")

#: The rendition behind a picture until it has come: some hundred bytes.
TINY = "width-16|format-webp"
_WEEK = 7 * 24 * 3600

#: What every later attempt would meet as well: the file is gone, or is no picture.
_LASTING = (FileNotFoundError, UnidentifiedImageError, UnrecognisedImageFormatError)
#: When a picture that could not be read for any other reason is tried again.
_RETRY_AFTER = timedelta(minutes=5)


def image_value(image: Any, alt: str = "", specs: tuple[int, ...] | None = None) -> dict[str, Any] | None:
    """The public description of a Wagtail image.

    ``{src, width, height, alt, srcset, sources: [{type, srcset}], focal_point, placeholder}``;
    widths in pixels, ``focal_point`` as fractions ``{x, y}`` of the image or ``None``,
    ``placeholder`` a ``data:`` URI of a few bytes. ``None`` for no image, and for one
    whose file is gone or cannot be read, which is logged; what is being built is then
    out of date in some minutes if the storage may have recovered by then.
    """
    if not image:
        return None
    try:
        return _vector(image, alt) if image.is_svg() else _raster(image, alt, specs or conf.GULF_SUMMIT_IMAGE_WIDTHS)
    except Exception as error:  # Each storage and each codec has its own; a page must be shown all the same.
        logger.warning("The file of image %s (%s) cannot be read", image.pk, image.title, exc_info=True)
        if not _is_lasting(error):
            note_change(timezone.now() + _RETRY_AFTER)
        return None


def _is_lasting(error: BaseException | None) -> bool:
    """Whether ``error``, or its cause, is of a kind that no later attempt escapes."""
    while error is not None and not isinstance(error, _LASTING):
        error = error.__cause__
    return error is not None


def _raster(image: Any, alt: str, specs: tuple[int, ...]) -> dict[str, Any]:
    widths = [width for width in specs if width <= image.width] or [image.width]
    plain = [f"width-{width}" for width in widths]
    others = {name: [f"{spec}|format-{name}" for spec in plain] for name in conf.GULF_SUMMIT_IMAGE_FORMATS}
    renditions = image.get_renditions(*plain, *(spec for specs in others.values() for spec in specs), TINY)
    largest = renditions[plain[-1]]
    return {
        "src": largest.full_url,
        "width": largest.width,
        "height": largest.height,
        "alt": alt_of(image, alt),
        "srcset": _srcset(renditions, plain),
        "sources": [{"type": f"image/{name}", "srcset": _srcset(renditions, names)} for name, names in others.items()],
        "focal_point": _focal_point(image),
        "placeholder": _data_uri(renditions[TINY]),
    }


def _vector(image: Any, alt: str) -> dict[str, Any]:
    """A drawing is sharp at every size and in no other format."""
    rendition = image.get_rendition("original")
    return {
        "src": rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
        "alt": alt_of(image, alt),
        "srcset": f"{rendition.full_url} {rendition.width}w",
        "sources": [],
        "focal_point": _focal_point(image),
        "placeholder": "",
    }


def alt_of(image: Any, alt: str = "") -> str:
    """What the picture shows: in the words of this use, else in the image's own."""
    return alt or getattr(image, "description", "") or ""


def _srcset(renditions: dict[str, Any], names: list[str]) -> str:
    return ", ".join(f"{renditions[name].full_url} {renditions[name].width}w" for name in names)


def _focal_point(image: Any) -> dict[str, float] | None:
    if not image.has_focal_point():
        return None
    return {
        "x": round(image.focal_point_x / image.width, 4),
        "y": round(image.focal_point_y / image.height, 4),
    }


def _data_uri(rendition: Any) -> str:
    """The bytes of ``rendition``, read once: storages can be slow."""
    key = f"gulf_summit_placeholder:{rendition.file.name}"
    uri: str | None = cache.get(key)
    if uri is None:
        with rendition.file.open("rb") as stream:
            uri = "data:image/webp;base64," + b64encode(stream.read()).decode()
        cache.set(key, uri, _WEEK)
    return uri
