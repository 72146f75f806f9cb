from tests.projects.full.urls import urlpatterns

__all__ = ["urlpatterns"]
