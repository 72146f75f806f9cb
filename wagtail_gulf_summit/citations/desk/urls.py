from django.urls import path

from . import cite

app_name = "gulf_summit_citations"
urlpatterns = [
    path("cite/locator/", cite.locator, name="locator"),
    path("cite/info/", cite.info, name="info"),
]
