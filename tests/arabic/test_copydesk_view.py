import json

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def post(client, body):
    return client.post(reverse("gulf_summit_copy_desk"), body, content_type="application/json")


def test_the_editor_asks_for_the_findings_of_several_texts(admin_client):
    answer = post(admin_client, json.dumps({"language": "ar", "texts": ["قمة", "على الانترنت"]}))
    assert answer.json()["findings"][0] == []
    [finding] = answer.json()["findings"][1]
    assert {key: finding[key] for key in ("rule", "found", "suggest", "start")} == {
        "rule": "house_style_hamza",
        "found": "الانترنت",
        "suggest": "الإنترنت",
        "start": 4,
    }


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"language": "ar"}', '{"language": "ar", "texts": [1]}'])
def test_what_is_no_question_is_refused(admin_client, body):
    assert post(admin_client, body).status_code == 400


def test_a_visitor_is_sent_to_the_log_in(client):
    answer = post(client, json.dumps({"language": "ar", "texts": ["قمة"]}))
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]
