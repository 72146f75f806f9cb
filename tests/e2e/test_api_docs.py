"""The page that describes the newsroom API."""

from playwright.sync_api import expect


def test_it_lists_the_addresses_and_loads_nothing_from_elsewhere(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/newsroom/docs/")
    expect(page.get_by_text("The page at a path")).to_be_visible()
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
