"""The pages that readers need beside the articles; mount them with ``path("comments/", include(…))``.

Everything works without a script. A GET never changes anything.
"""

from django.urls import URLPattern

from .installed import missing_apps

app_name = "gulf_summit_comments"
urlpatterns: list[URLPattern] = []

# Without the apps it needs there is nothing to serve; a system check says what to add.
if not missing_apps():
    from .public.routes import routes

    urlpatterns += routes
