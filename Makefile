# `make test PYTHON=3.12` runs in an environment of its own; COVER=1 adds the branch coverage gate.
PYTHON ?= python3
COVER ?=

# A version alone is looked for on the PATH, then where pyenv keeps it.
ifeq ($(shell echo '$(PYTHON)' | grep -cE '^3\.[0-9]+$$'),1)
RUN := $(shell python$(PYTHON) -c 'import sys; print(sys.executable)' 2>/dev/null || ls "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$(PYTHON).*/bin/python3 2>/dev/null | tail -n 1)
VENV := .venv-$(PYTHON)
ifeq ($(RUN),)
$(error There is no Python $(PYTHON) here)
endif
else
RUN := $(PYTHON)
VENV := $(if $(filter python3 python,$(PYTHON)),.venv,.venv-$(notdir $(PYTHON)))
endif
BIN := $(VENV)/bin

# The tests start the program hundreds of times: it is compiled once, as an installed one is.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test test-shells test-calendars test-browser test-lowest test-newest suite check quick dist soak rows man pictures bench format clean

demo: $(VENV)/runtime
	@$(BIN)/boardroom demo

test: check suite

suite: $(VENV)/dev
	@$(BIN)/python --version
	$(BIN)/pytest --numprocesses=auto --dist=worksteal $(if $(COVER),--cov)

check: $(VENV)/dev
	@$(BIN)/python --version
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# Completion, prompts and logins in real shells; those that are not installed are skipped.
test-shells: $(VENV)/dev
	$(BIN)/pytest -m shells

# Calendars and contacts in other programs; those that are not installed are skipped.
test-calendars: $(VENV)/dev
	$(BIN)/pytest -m calendars

# The page of `report` in Chromium: widths, light and dark, print, keyboard, axe. What is not installed
# is skipped; axe-core comes from npm, for the test alone.
test-browser: $(VENV)/dev
	$(BIN)/pytest -m browser

# The suite with the lowest version of each dependency that pyproject.toml allows, and with the newest
# that it allows today, each in an environment of its own. SUITE=quick runs the quick tests instead.
# The lowest are put in afterwards, since tools that the tests don't need may ask for more.
SUITE ?= suite

test-lowest:
	$(MAKE) .venv-lowest/dev VENV=.venv-lowest
	.venv-lowest/bin/python -m pip install --quiet $$($(RUN) -m tests.lowest_versions)
	$(MAKE) $(SUITE) VENV=.venv-lowest

test-newest:
	rm -f .venv-newest/dev
	PIP_UPGRADE=1 PIP_UPGRADE_STRATEGY=eager $(MAKE) $(SUITE) VENV=.venv-newest

# What takes seconds: rules, formats, queries and screens, and no test that starts a process.
quick: $(VENV)/dev
	@$(BIN)/python --version
	$(BIN)/pytest --quiet --numprocesses=auto --dist=worksteal \
		-m 'not process and not shells and not calendars and not browser' \
		tests/formats tests/queries tests/render tests/rules

# Kills, full disks, power cuts, hostile files and ten years of use, for half an hour; it prints a
# table. It needs strace (apt install strace) and for full disks root, and skips what it can't do.
soak: $(VENV)/dev
	$(BIN)/pytest --quiet --timeout=1800 tests/soak

# What is released, sdist and wheel, in dist/.
dist: $(VENV)/dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation

# Writes store/rows.py from the models, and store/schema.py from the migrations.
rows: $(VENV)/dev
	$(BIN)/python -m tests.rows_source

# Writes man/boardroom.1, docs/commands.md and parts of README and docs/environment.md from help.
man: $(VENV)/dev
	$(BIN)/python -m tests.manual_source

# Draws docs/pictures, which README.md shows, from the demonstration board.
pictures: $(VENV)/dev
	$(BIN)/python -m tests.pictures

bench: $(VENV)/dev
	$(BIN)/python benchmarks/bench.py

format: $(VENV)/dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .venv .venv-* build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# --upgrade-deps: a new pip writes a launcher that starts some 4 ms sooner.
$(BIN)/python:
	$(RUN) -m venv --upgrade-deps $(VENV)

$(VENV)/runtime: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/runtime $@
