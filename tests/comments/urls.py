from django.urls import path
from ninja import NinjaAPI

from tests.projects.full.urls import urlpatterns as site_urls
from wagtail_gulf_summit.api.comments import router
from wagtail_gulf_summit.api.problems import install_problem_handlers

api = NinjaAPI(title="Comments", urls_namespace="comments_test")
install_problem_handlers(api)
api.add_router("comments/", router)

urlpatterns = [path("api/newsroom/", api.urls), *site_urls]
