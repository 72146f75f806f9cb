"""Rules for Wagtail's checker: each finding of a story stands in its preview as an element of its own."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..preview import CHECKER_RULES

MESSAGES = {
    "missing_alt": {
        "error_name": _("Picture without a description"),
        "help_text": _("Say what the picture shows, or mark it as decorative"),
    },
    "quote_without_person": {
        "error_name": _("Quote without a speaker"),
        "help_text": _("Choose the person who said it"),
    },
    "heading_order": {
        "error_name": _("Heading that skips a level"),
        "help_text": _("Raise the heading"),
    },
    "unpublished_person": {
        "error_name": _("Person who is not published"),
        "help_text": _("Publish the person, or choose another"),
    },
    "statistic_without_source": {
        "error_name": _("Number without a source"),
        "help_text": _("Choose the source of the number"),
    },
    "missing_space": {
        "error_name": _("Words run together"),
        "help_text": _("Put a space between the words"),
    },
    "hyphen_spacing": {
        "error_name": _("Hyphen of the dateline"),
        "help_text": _("Put a space on both sides"),
    },
}


def add_story_rules(item: Any) -> None:
    """Add the rules to the userbar's ``AccessibilityItem``.

    Each selects the findings that ``preview_findings.html`` lists. They never have an
    ``alt``, so axe's own check for one reports every element that is found.
    """
    names = [rule_id(rule) for rule in CHECKER_RULES]
    item.axe_custom_rules = [
        *item.axe_custom_rules,
        *(
            {
                "id": rule_id(rule),
                "impact": "moderate",
                "selector": f'[data-gs-check="{rule}"]',
                "tags": ["best-practice"],
                "any": ["non-empty-alt"],
                "enabled": True,
            }
            for rule in CHECKER_RULES
        ),
    ]
    item.axe_messages = {**item.axe_messages, **{rule_id(rule): MESSAGES[rule] for rule in CHECKER_RULES}}
    # A site that runs the checker by tags instead has "best-practice" for ours; axe refuses a mix of both.
    if item.axe_run_only and "heading-order" in item.axe_run_only:
        item.axe_run_only = [*item.axe_run_only, *names]


def rule_id(rule: str) -> str:
    return "gs-" + rule.replace("_", "-")
