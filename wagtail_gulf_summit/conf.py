"""The one reader of Django's settings: a typed property for each setting, read at use."""

from django.conf import settings


class Conf:
    @property
    def GULF_SUMMIT_IMAGE_WIDTHS(self) -> tuple[int, ...]:
        """Widths, in pixels, of the renditions offered in ``srcset``."""
        return tuple(getattr(settings, "GULF_SUMMIT_IMAGE_WIDTHS", (400, 800, 1200, 1600)))

    @property
    def GULF_SUMMIT_IMAGE_FORMATS(self) -> tuple[str, ...]:
        """Further formats of each rendition: a subset of ``("avif", "webp")``."""
        return tuple(getattr(settings, "GULF_SUMMIT_IMAGE_FORMATS", ("webp",)))

    @property
    def GULF_SUMMIT_ARABIC_REGION(self) -> str:
        """Country (ISO 3166, two letters) whose month names plain ``ar`` uses: ``AE`` سبتمبر, ``LB`` أيلول."""
        return str(getattr(settings, "GULF_SUMMIT_ARABIC_REGION", "AE"))

    @property
    def GULF_SUMMIT_ARABIC_DIGITS(self) -> str:
        """Digits printed in Arabic text: ``"western"`` or ``"arabic-indic"``."""
        return str(getattr(settings, "GULF_SUMMIT_ARABIC_DIGITS", "western"))


conf = Conf()
