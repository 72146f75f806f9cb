"""What pip installs is what the code imports, and all of it."""

import ast
import re
import sys
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import wagtail_gulf_summit

tomllib = pytest.importorskip("tomllib")  # Python 3.11 and later

ROOT = Path(__file__).parents[1]
PACKAGE = Path(wagtail_gulf_summit.__file__).parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]

# What a hard dependency itself depends on, and so is always there.
BROUGHT_ALONG = {
    "django-comments-xtd": {"django-contrib-comments", "djangorestframework"},
    "wagtail": {
        "beautifulsoup4",
        "django-filter",
        "django-modelcluster",
        "django-tasks",
        "django-treebeard",
        "djangorestframework",
        "draftjs-exporter",
        "laces",
        "modelsearch",
        "pillow",
        "requests",
        "urllib3",
        "willow",
    },
    "wagtail-localize": {"polib"},
    "icalendar": {"tzdata"},
    "pydantic": {"pydantic-core", "typing-extensions"},
}


def names(requirements) -> set[str]:
    return {canonicalize_name(Requirement(text).name) for text in requirements}


HARD = names(PROJECT["dependencies"])
HARD |= {brought for name in HARD for brought in BROUGHT_ALONG.get(name, ())}
EXTRA = {name for extra in PROJECT["optional-dependencies"].values() for name in names(extra)}


def imported(tree: ast.Module, top_level: bool) -> set[str]:
    """Top-level names of the modules imported, by the module itself or inside its functions."""
    found = set()
    for node in ast.walk(tree):
        at_top = node in tree.body
        if at_top is not top_level:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


def distributions(top_level: bool) -> dict[str, set[str]]:
    """Each distribution that the package imports, with the files that do."""
    known = packages_distributions()
    result: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for module in imported(ast.parse(path.read_text(encoding="utf-8")), top_level):
            if module in sys.stdlib_module_names or module == PACKAGE.name:
                continue
            for distribution in known.get(module, [module]):
                result.setdefault(canonicalize_name(distribution), set()).add(str(path.relative_to(PACKAGE)))
    return result


def test_what_a_module_imports_is_a_dependency():
    assert {name: files for name, files in distributions(top_level=True).items() if name not in HARD} == {}


def test_what_a_function_imports_is_a_dependency_or_an_extra():
    absent = {name: files for name, files in distributions(top_level=False).items() if name not in HARD | EXTRA}
    assert absent == {}


def test_only_the_comments_library_has_an_upper_bound():
    bounded = [text for text in PROJECT["dependencies"] if re.search(r"<|==|~=", text)]
    assert bounded == ["django-comments-xtd>=2.10.13,<3"]


def test_every_kind_of_file_in_the_package_is_packaged():
    patterns = [*PYPROJECT["tool"]["setuptools"]["package-data"]["*"], "*.py", "*.pyc"]
    left_out = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*")
        if path.is_file() and not any(fnmatch(path.name, pattern) for pattern in patterns)
    ]
    assert left_out == []


def test_nothing_but_the_package_is_packaged():
    assert PYPROJECT["tool"]["setuptools"]["packages"]["find"] == {"include": ["wagtail_gulf_summit*"]}


def test_the_version_is_one():
    assert PROJECT["dynamic"] == ["version"]
    assert str(Version(wagtail_gulf_summit.__version__)) == wagtail_gulf_summit.__version__


def test_tox_runs_the_pythons_that_the_classifiers_name():
    tox = (ROOT / "tox.ini").read_text(encoding="utf-8")
    classifiers = set(re.findall(r"Python :: 3\.(\d+)", "\n".join(PROJECT["classifiers"])))
    assert set(re.search(r"py\{([\d,]+)\}", tox).group(1).split(",")) == {f"3{minor}" for minor in classifiers}
