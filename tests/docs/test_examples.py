"""Every example in the documentation can at least be read by the program it is written for."""

import ast
import json
import re
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read_python(code: str) -> None:
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wagtail_gulf_summit"):
            exec(compile(ast.Module([node], []), "example", "exec"), {})


READERS = {"python": read_python, "json": json.loads, "html+django": engines["django"].from_string}


def examples():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in re.finditer(r"^```([a-z+]+)\n(.*?)^```", text, re.S | re.M):
            if found.group(1) in READERS:
                line = text.count("\n", 0, found.start()) + 1
                yield pytest.param(*found.groups(), id=f"{page.relative_to(ROOT)}:{line}")


@pytest.mark.parametrize(("language", "code"), list(examples()))
def test_an_example_is_read_and_imports_what_exists(language, code):
    READERS[language](code)


def test_every_link_of_the_readme_leads_somewhere():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    assert [target for target in targets if not (ROOT / target).exists()] == []
