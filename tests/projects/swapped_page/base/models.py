from django.db import models
from wagtail.models import AbstractPage


class BasePage(AbstractPage):
    """The site's own base page."""

    desk = models.CharField(max_length=80, blank=True)
