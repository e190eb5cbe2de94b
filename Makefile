PYTHON ?= python3
BIN := .venv/bin

# The tests start the program hundreds of times: it is compiled once, as an installed one is, whatever the shell says.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test bench format clean

demo: .venv/runtime
	@$(BIN)/boardroom demo

test: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --cov --numprocesses=auto --dist=worksteal

bench: .venv/dev
	$(BIN)/python benchmarks/bench.py

format: .venv/dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# --upgrade-deps: a new pip writes a launcher that starts some 4 ms sooner.
$(BIN)/python:
	$(PYTHON) -m venv --upgrade-deps .venv

.venv/runtime: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch .venv/runtime $@
