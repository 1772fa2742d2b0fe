# planparse: every task of the project. Needs only Python 3.11+, make and git.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	if $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help demo test check accuracy generate bench clean

help: ## list the tasks
	@echo "usage: make TASK"
	@sed -n 's/^\([a-z]*\):[^#]*## /  \1\t/p' Makefile | expand -t 12

demo: $(VENV)/.installed ## install, run planparse on the five samples, print a summary of each
	@$(RUN) tools/demo.py out

test: $(VENV)/.test ## install what the tests need and run them
	@echo "== running the tests"
	@$(RUN) -m pytest -q

check: $(VENV)/.dev ## everything that must hold before a commit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) tools/generate.py --check
	$(RUN) -m pytest -q

accuracy: $(VENV)/.installed ## score planparse against the annotated notices
	@$(RUN) tools/accuracy.py

generate: $(VENV)/.installed ## write the schema and the samples' JSON again
	@$(RUN) tools/generate.py

bench: $(VENV)/.installed ## what starting the command costs
	@$(RUN) tools/compile_patterns.py
	@$(RUN) tools/bench_startup.py

clean: ## remove what the other tasks made
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# One virtual environment; a stamp file for each set of packages, renewed when pyproject.toml changes.
$(RUN):
	@if [ -z "$(PYTHON)" ]; then \
		echo "planparse needs Python 3.11 or newer with venv (on Debian and Ubuntu: apt install python3-venv)." >&2; \
		echo "Install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; fi
	@echo "== making a virtual environment in $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.installed: pyproject.toml | $(RUN)
	@echo "== installing planparse into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	@$(RUN) -m compileall -q src/planparse
	@touch $@

$(VENV)/.test: pyproject.toml | $(RUN)
	@echo "== installing planparse and what its tests need into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.dev: pyproject.toml | $(RUN)
	@echo "== installing planparse and its development tools into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.test $(VENV)/.installed
