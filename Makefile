# Two commands set everything up on a fresh machine with Python >= 3.11: make demo, make test.
PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(if $(shell $(p) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(p))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOURCES := pyproject.toml hatch_build.py $(shell find src -type f -not -name '*.pyc')
# The wheel installed in an environment of its own, for measures: the development one is never compiled.
FAST := build/fast

.PHONY: help install demo wheel test lint type unit browser docs screenshots bench fuzz floors clean

help:
	@echo "make demo   extract the articles of data/articles and show what was found"
	@echo "make test   ruff, mypy, layer contracts and the whole test suite"
	@echo "make wheel  build dist/communique-*.whl, compiled where a C compiler is there"
	@echo "make docs   build the documentation site into site/"
	@echo "make bench  speed against bare spaCy (minutes)"
	@echo "make fuzz   100,000 odd inputs through every part (minutes)"
	@echo "make floors raise the quality floors to what is measured"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python >= 3.11 is needed" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The demo needs the library alone, compiled where a C compiler is there; the tests need every extra, and the
# sources as they are.
$(VENV)/.demo: $(SOURCES) | $(BIN)/python
	@echo "Installing; compiling takes a minute or two (COMMUNIQUE_COMPILE=0 make demo goes without)."
	$(PIP) .
	@touch $@

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	COMMUNIQUE_COMPILE=0 $(PIP) -e ".[dev]"
	@touch $@

$(FAST)/.installed: $(SOURCES) | $(VENV)/.installed
	@rm -rf $(FAST)
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w $(FAST) .
	@$(BIN)/python -m venv --without-pip $(FAST)/env
	@$(BIN)/python -m pip --python $(FAST)/env install --quiet --disable-pip-version-check --no-deps $(FAST)/*.whl
	@cd $(FAST)/env/lib/python*/site-packages && ls -d $(CURDIR)/$(VENV)/lib/python*/site-packages > shared.pth
	@touch $@

wheel: | $(BIN)/python
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist .

install: $(VENV)/.installed

demo: $(if $(wildcard $(VENV)/.installed),$(VENV)/.installed,$(VENV)/.demo)
	@mkdir -p build
	$(BIN)/communique extract data/articles -o build/records.jsonl

test: lint type unit

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: install
	$(BIN)/mypy
	$(BIN)/lint-imports

# Without Chromium the browser tests skip, and say so; CI asks for them.
browser:
	bash scripts/install_browser.sh || test -z "$(CI)"

unit: install browser
	$(BIN)/python -m pytest -n auto

docs: install
	$(BIN)/mkdocs build --strict --quiet

screenshots: install browser
	$(BIN)/python scripts/browser.py

bench: $(FAST)/.installed
	$(FAST)/env/bin/python -m benchmarks.bench

fuzz: install
	$(BIN)/python -m benchmarks.fuzz

floors: install
	$(BIN)/communique evaluate data/gold --floors data/gold/floors.lock --raise-floors
	$(BIN)/communique evaluate data/gold --floors data/gold/floors.lock --raise-floors --model none

clean:
	rm -rf build dist site $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
