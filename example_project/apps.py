from django.apps import AppConfig


class ExampleProjectConfig(AppConfig):
    name = "example_project"
    label = "example_project"
    verbose_name = "Example newspaper"
