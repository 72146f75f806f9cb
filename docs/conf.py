"""How Sphinx builds these pages: ``make docs``."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

project = "wagtail-gulf-summit"
copyright = "the wagtail-gulf-summit developers"
author = "The wagtail-gulf-summit developers"
release = re.search(r'__version__ = "(.+)"', (ROOT / "wagtail_gulf_summit" / "__init__.py").read_text()).group(1)
version = release

extensions = ["myst_parser", "sphinx_wagtail_theme"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "sphinx_wagtail_theme"
html_theme_options = {
    "project_name": "wagtail-gulf-summit",
    "github_url": "https://github.com/wagtail-gulf-summit/wagtail-gulf-summit/blob/main/docs/",
    "footer_links": "",
}
html_static_path = ["_static"]
html_last_updated_fmt = "%d %B %Y"
html_show_sphinx = False
