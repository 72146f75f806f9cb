from django.apps import AppConfig


class CommentsOnlyConfig(AppConfig):
    name = "tests.projects.comments_only"
    label = "comments_only"
    default_auto_field = "django.db.models.BigAutoField"
