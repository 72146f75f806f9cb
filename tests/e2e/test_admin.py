"""The admin reads in the direction of its user's language."""

import pytest


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_admin_follows_the_language_of_its_user(page, log_in, screenshot, language, direction):
    log_in(language=language)
    page.goto("/admin/")
    assert page.locator("html").get_attribute("dir") == direction
    assert page.locator("html").get_attribute("lang") == language
    screenshot(language)
