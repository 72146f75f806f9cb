"""Images as a frontend needs them: renditions, sizes, focal point, placeholder."""

from typing import Any

from .conf import conf


def _filter(width: int, suffix: str = "") -> str:
    return f"width-{width}{suffix}"


def image_value(image: Any, alt: str = "", specs: tuple[int, ...] | None = None) -> dict[str, Any] | None:
    """The public description of a Wagtail image.

    ``{src, width, height, alt, srcset, sources: [{type, srcset}], focal_point, placeholder}``;
    widths in pixels, ``focal_point`` as fractions ``{x, y}`` of the image or ``None``,
    ``placeholder`` a ``data:`` URI of a few bytes. ``None`` for no image.
    """
    if image is None:
        return None
    widths = [w for w in (specs or conf.GULF_SUMMIT_IMAGE_WIDTHS) if w <= image.width] or [image.width]
    extra = {fmt: [_filter(w, f"|format-{fmt}") for w in widths] for fmt in conf.GULF_SUMMIT_IMAGE_FORMATS}
    plain = [_filter(w) for w in widths]
    tiny = "width-16|format-webp"
    renditions = image.get_renditions(*plain, *(spec for specs_ in extra.values() for spec in specs_), tiny)
    largest = renditions[plain[-1]]
    return {
        "src": largest.full_url,
        "width": largest.width,
        "height": largest.height,
        "alt": alt or getattr(image, "description", "") or "",
        "srcset": _srcset(renditions, plain),
        "sources": [{"type": f"image/{fmt}", "srcset": _srcset(renditions, names)} for fmt, names in extra.items()],
        "focal_point": _focal_point(image),
        "placeholder": _data_uri(renditions[tiny]),
    }


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
    from base64 import b64encode

    with rendition.file.open("rb") as stream:
        return "data:image/webp;base64," + b64encode(stream.read()).decode()
