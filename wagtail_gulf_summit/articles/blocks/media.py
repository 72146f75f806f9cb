"""Pictures and embeds."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.images.blocks import ImageChooserBlock

from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.features import INLINE_FEATURES
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.people.choosers import chosen_key

from ..embeds import embed_value, load_embeds
from ..values import rich_html


class LoadedImageChooserBlock(ImageChooserBlock):
    """An image chooser that reads the renditions of all its images at once."""

    def to_python(self, value: Any) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Any) -> list[Any]:
        keys = [chosen_key(value) for value in values]
        found = self.model_class.objects.filter(pk__in={key for key in keys if key}).prefetch_related("renditions")
        images = {image.pk: image for image in found}
        return [images.get(key) for key in keys]


class StoryImageBlock(blocks.StructBlock):
    """A picture with what a reader is told about it in this place."""

    image = LoadedImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        help_text=_("What the picture shows, for readers who do not see it. Leave empty to use the image's own."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decorative"), required=False, help_text=_("The picture tells nothing that the text does not.")
    )
    caption = CitedRichTextBlock(label=_("Caption"), required=False, features=INLINE_FEATURES)
    credit = blocks.CharBlock(label=_("Credit"), required=False, help_text=_("The photographer or the agency."))
    licence = blocks.CharBlock(label=_("Licence"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        label_format = "{caption}"
        template = "gulf_summit_articles/blocks/image.html"

    def cited_rich_text(self, value: Any) -> Iterator[str]:
        """A caption whose picture was deleted is not shown, and cites nothing."""
        if value.get("image") and (caption := value.get("caption")):
            yield caption.source

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["picture"] = picture_value(value.get("image"), value.get("alt"), value.get("decorative"))
        context["caption"] = rich_html(value.get("caption")) if context["picture"] else ""
        return context

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {
            "image": picture_value(value.get("image"), value.get("alt"), value.get("decorative")),
            "alt": value.get("alt") or "",
            "decorative": bool(value.get("decorative")),
            "caption": rich_html(value.get("caption")),
            "credit": value.get("credit") or "",
            "licence": value.get("licence") or "",
        }


def picture_value(image: Any, alt: str | None = "", decorative: bool | None = False) -> dict[str, Any] | None:
    """``images.image_value`` with the ``id`` of the image; a decorative picture has an empty ``alt``."""
    value = image_value(image, alt or "")
    if value is None:
        return None
    return {"id": image.pk, **value, "alt": "" if decorative else value["alt"]}


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False)
    images = blocks.ListBlock(StoryImageBlock(), label=_("Images"), min_num=1)

    class Meta:
        icon = "image"
        label = _("Gallery")
        label_format = "{title}"
        template = "gulf_summit_articles/blocks/gallery.html"

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        return {**super().get_api_representation(value, context), "title": value.get("title") or ""}


class StoryEmbedBlock(EmbedBlock):
    """A video or post from elsewhere; what was fetched of it before is read in one query."""

    def to_python(self, value: Any) -> EmbedValue | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Any) -> list[EmbedValue | None]:
        urls = [value.get("url") if isinstance(value, dict) else value for value in values]
        made = [super(StoryEmbedBlock, self).to_python(url) if isinstance(url, str) else None for url in urls]
        load_embeds([value for value in made if value])
        return made

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return {**super().get_context(value, parent_context), "embed": embed_value(value)}

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any] | None:
        return embed_value(value)

    class Meta:
        icon = "media"
        label = _("Embed")
