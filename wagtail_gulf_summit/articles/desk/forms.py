"""A new topic made while a story is written."""

from wagtail_gulf_summit.people.desk.forms import NewNameForm

from ..models import Topic


class NewTopicForm(NewNameForm):
    class Meta:
        model = Topic
        fields = ["name"]

    field_order = ["name", "create_anyway"]
