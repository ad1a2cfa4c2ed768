# The two commands: `make edition` builds the sample editions into output/, `make test` passes the tests.
# Both set up what they need in .venv; nothing else is installed or changed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
EDITIONS := heroes-and-villains specimens

.PHONY: edition ledgers test lint format schema accuracy bench bench-peers lock clean
.DEFAULT_GOAL := edition

edition: .venv/core
	set -e; for edition in $(EDITIONS); do $(BIN)/teiedit build sources/$$edition -o output/$$edition; done

# Bring the ledgers of the sample editions up to date, which are kept with their transcripts; `make edition` then leaves
# them as they are. What has changed gets the moment of the last commit, and the rest keeps its own.
ledgers: .venv/core
	set -e; for edition in $(EDITIONS); do SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) \
	  $(BIN)/teiedit build sources/$$edition -o output/$$edition; done

test: .venv/test
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Make what is generated from schema/teiedit.rnc and schema/teiedit.sch.
schema: .venv/test
	$(BIN)/python schema/generate.py

# Measure the recognition on the encoded letters kept beside the project, if they are, and write docs/accuracy.md.
accuracy: .venv/core
	$(BIN)/python bench/accuracy.py

# Measure speed and scale beside the floors: some ten minutes on two quiet cores.
# Name other sizes with: make bench SIZES="1000 10000 100000"
SIZES := 1000 10000
bench: .venv/test
	$(BIN)/python bench/speed.py $(SIZES)

# Measure beside other programs, of which each may be absent.
bench-peers: .venv/test
	$(BIN)/python bench/peers.py

# Take the newest versions that pyproject.toml allows, and write them down.
lock:
	rm -rf .venv/lock
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet '.[test,lint]'
	.venv/lock/bin/python -m pip freeze --exclude teiedit > requirements.lock
	rm -rf .venv/lock

clean:
	rm -rf .venv output/*/ node_modules

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "teiedit needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/core: .venv/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[serve]'
	@touch $@

.venv/test: .venv/core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[test,lint]'
	@touch $@
