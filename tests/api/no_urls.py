"""A site that serves nothing."""

urlpatterns = []
