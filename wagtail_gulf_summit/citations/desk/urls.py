from django.urls import path

from . import cite, records, reports

app_name = "gulf_summit_citations"
urlpatterns = [
    path("cite/locator/", cite.locator, name="locator"),
    path("cite/info/", cite.info, name="info"),
    path("import/", records.ImportView.as_view(), name="import"),
    path("duplicates/", reports.duplicates, name="duplicates"),
    path("dead-links/", reports.DeadLinksView.as_view(), name="dead_links"),
    path("dead-links/results/", reports.DeadLinksView.as_view(results_only=True), name="dead_links_results"),
]
