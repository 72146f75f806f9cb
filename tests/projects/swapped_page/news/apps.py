from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "tests.projects.swapped_page.news"
    label = "swapped_news"
