# Two commands set everything up on a fresh machine with Python >= 3.11: make demo, make test.
PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(if $(shell $(p) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(p))))
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install demo test lint type unit bench clean

help:
	@echo "make demo   extract the articles of data/articles and show what was found"
	@echo "make test   ruff, mypy, layer contracts and the whole test suite"
	@echo "make bench  speed against bare spaCy (minutes)"

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python >= 3.11 is needed" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

demo: install
	@mkdir -p build
	$(BIN)/communique extract data/articles -o build/records.jsonl

test: lint type unit

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: install
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: install
	$(BIN)/python -m pytest -n auto

bench: install
	$(BIN)/python -m benchmarks.bench

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
