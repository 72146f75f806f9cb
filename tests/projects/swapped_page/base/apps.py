from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "tests.projects.swapped_page.base"
    label = "swapped_base"
