# Each target makes the environment that it needs; only Python and a network are taken as given.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
PYTEST_ARGS ?=
# For the site with everything installed alone.
FULL_ARGS ?=
export PORT

demo_python := .venv/bin/python
test_python := .venv-test/bin/python
manage := $(demo_python) example_project/manage.py
# Sites with part of the package, the longest first, and the tests that each runs in a process of its own.
projects := comments_only citations_only arabic_only own_pages swapped_page
tests_comments_only := tests/comments
tests_citations_only := tests/citations
tests_arabic_only := tests/arabic
tests_own_pages := tests/projects/own_pages
tests_swapped_page := tests/projects/swapped_page

.PHONY: help demo demo-setup test $(projects:%=test-%) bench soak docs reference messages clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: demo-setup ## Make the example site and serve it: PORT=8123 make demo
	@exec $(manage) runserver --noreload $(HOST):$(PORT)

demo-setup: .venv/.ready ## Make the example site without serving it
	@$(manage) migrate --verbosity 0
	@$(manage) load_seed

test: .venv-test/.ready ## Run every test that needs nothing but Python, on SQLite
	DATABASE_URL= $(test_python) -m pytest --ds=tests.projects.full.settings -n auto --maxprocesses 4 \
		$(PYTEST_ARGS) $(FULL_ARGS)
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target $(projects:%=test-%)

$(projects:%=test-%): test-%: .venv-test/.ready
	DATABASE_URL= $(test_python) -m pytest $(tests_$*) --ds=tests.projects.$*.settings $(PYTEST_ARGS)

bench: .venv-bench/.ready ## Load many items into PostgreSQL and measure: make bench ONLY=newsroom (scripts/bench/README.md)
	.venv-bench/bin/python -m scripts.bench $(ONLY)

soak: .venv-bench/.ready ## Make 500 random edits, comparing what is served after each: make soak STEPS=500 SEED=1 (goes on where it was)
	.venv-bench/bin/python -m scripts.soak --steps $(or $(STEPS),500) --seed $(or $(SEED),1)

docs: .venv-docs/.ready ## Build the documentation in docs/_build/html
	.venv-docs/bin/sphinx-build --fail-on-warning --keep-going -b html docs docs/_build/html

reference: .venv-test/.ready ## Write the reference pages that list what the code declares
	$(test_python) scripts/write_reference.py

messages: .venv-test/.ready ## Collect the strings to translate, and compile the catalogues (needs gettext)
	$(test_python) scripts/check_catalogues.py --write

clean: ## Delete the environments and everything built
	rm -rf .venv .venv-test .venv-bench .venv-docs build dist docs/_build *.egg-info example_project/var

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(demo_python) -m pip install -qq --upgrade "pip>=25.1"
	$(demo_python) -m pip install -qq --editable ".[hijri]" --group demo
	@touch $@

.venv-test/.ready: pyproject.toml
	$(PYTHON) -m venv .venv-test
	$(test_python) -m pip install -qq --upgrade "pip>=25.1"
	$(test_python) -m pip install -qq --editable ".[hijri]" --group test
	@touch $@

.venv-bench/.ready: pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install -qq --upgrade "pip>=25.1"
	.venv-bench/bin/python -m pip install -qq --editable ".[hijri,postgres]" --group bench
	@touch $@

.venv-docs/.ready: pyproject.toml
	$(PYTHON) -m venv .venv-docs
	.venv-docs/bin/python -m pip install -qq --upgrade "pip>=25.1"
	.venv-docs/bin/python -m pip install -qq --group docs
	@touch $@
