"""What readers get, through the newsroom API."""

from typing import Any

NEWSROOM = "/api/newsroom/"


def document(client: Any, page: Any, **headers: str) -> dict[str, Any] | None:
    """The document of an article as it is served; ``None`` where there is nothing to see."""
    response = client.get(f"{NEWSROOM}articles/{page.pk}/", headers=headers)
    assert response.status_code in (200, 404), response.content
    return dict(response.json()) if response.status_code == 200 else None


def listed(client: Any, **query: Any) -> list[int]:
    return [item["id"] for item in client.get(f"{NEWSROOM}articles/", query).json()["items"]]


def at_path(client: Any, path: str) -> int | None:
    response = client.get(f"{NEWSROOM}articles/by-path/", {"path": path})
    return response.json()["id"] if response.status_code == 200 else None
