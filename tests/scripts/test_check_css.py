import pytest

from scripts.check_css import faults, faults_of_file


@pytest.mark.parametrize(
    "rule",
    [
        "margin-left: 1px",
        "padding-right: 0",
        "border-left: 1px solid",
        "border-left-color: red",
        "border-top-right-radius: 4px",
        "left: 0",
        "right:auto",
        "text-align: left",
        "text-align:right",
        "float: left",
        "clear: right",
        "background-position: right center",
        "transform-origin: top left",
        "margin: 0 1px 0 2px",
        "padding: 0 calc(1px + 2px) 0 3px !important",
        "inset: 0 0 0 auto",
        "MARGIN-LEFT: 1px",
    ],
)
def test_a_physical_direction_is_a_fault(rule):
    assert list(faults(f"a {{\n  {rule};\n}}")) == [(2, f"{rule};")]


@pytest.mark.parametrize(
    "rule",
    [
        "margin-inline-start: 1px",
        "inset-inline-end: 0",
        "text-align: start",
        "border-start-start-radius: 4px",
        "margin: 0 1px 2px 1px",
        "padding: 1px 2px",
        "color: var(--left)",
        "--space-left: 3px",
        "grid-area: left",
        "/* margin-left: 1px */",
        "left: 0; /* physical: a map has its own east */",
    ],
)
def test_a_logical_rule_is_none(rule):
    assert list(faults(f"a {{\n  {rule};\n}}")) == []


def test_a_template_is_looked_through_for_styles(tmp_path):
    template = tmp_path / "page.html"
    template.write_text('<p class="left">left:</p>\n<i style="float: left"></i>\n<style>\nb {right: 0}\n</style>')
    assert list(faults_of_file(template)) == [(2, "float: left"), (4, "b {right: 0}")]
