# The commands of the project; `make help` lists them. Every target sets up what it needs by itself.
# Paths are relative and quoted: the checkout, INPUTS and OUTPUTS may hold spaces.

INPUTS ?= inputs
OUTPUTS ?= outputs
PYTHON ?= python3
ARGS ?=
export INPUTS OUTPUTS PYTHON
# Modules are kept compiled in __pycache__ (not in git) even where the environment says otherwise: compiling them is a tenth of a run.
unexport PYTHONDONTWRITEBYTECODE

PY := .venv/bin/python
# Each process gets a stretch of the files and takes from the end of another's when done, so few fixtures are made twice.
EVERY_CORE := -n auto --dist worksteal
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help setup consolidate check request status test test-deep bench pictures samples lint types lock clean

help: ## this list
	@echo "make TARGET [INPUTS=dir] [OUTPUTS=dir] [ARGS=\"--twice\"] [PYTHON=python3.12]"
	@echo
	@grep -hE '^[a-z-]+:.*## ' Makefile | while IFS= read -r line; do \
		printf '  %-12s %s\n' "$${line%%:*}" "$${line#*## }"; done

consolidate: $(READY) ## INPUTS to OUTPUTS: the consolidated document, the workbook, the proof
	@$(PY) -m pipeline consolidate --inputs "$$INPUTS" --outputs "$$OUTPUTS" $(ARGS)

check: $(READY) ## everything but publishing: what would be placed where, what needs attention
	@$(PY) -m pipeline check --inputs "$$INPUTS" --outputs "$$OUTPUTS" $(ARGS)

request: $(READY) ## a comment form for each member state, prefilled with the draft, into OUTPUTS/requests
	@$(PY) -m pipeline request --inputs "$$INPUTS" --outputs "$$OUTPUTS" $(ARGS)

status: $(READY) ## who has answered, who has not, who is late, days to the deadline (ARGS="--date today")
	@$(PY) -m pipeline status --inputs "$$INPUTS" --outputs "$$OUTPUTS" $(ARGS)

setup: $(READY) ## only the virtual environment, at .venv

test: $(READY) ## the whole test suite, on every core (ARGS="-n 0": in one process)
	@$(PY) -m pytest $(EVERY_CORE) $(ARGS)

test-deep: $(READY) ## the test suite with 5,000 families in the property tests
	@DEEP=1 $(PY) -m pytest $(EVERY_CORE) $(ARGS)

bench: $(READY) ## time and memory against the peer and the floor
	@$(PY) -m tests.benchmark $(ARGS)

pictures: $(READY) ## docs/pictures/ from the samples, and a check of every laid-out page (LibreOffice, poppler)
	@$(PY) -m tests.pictures

samples: $(READY) ## write the sample inputs again, byte for byte
	@$(PY) -m tests.samples

lint: $(READY) ## ruff
	@$(PY) -m ruff check .

types: $(READY) ## mypy, strict
	@$(PY) -m mypy

# Done again only when the lock file changes. pip installs exactly what the lock file names, or nothing.
$(READY): requirements.lock
	@"$$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "error: Python 3.11 or newer is needed; $$PYTHON is $$("$$PYTHON" --version 2>&1 | head -n 1)." \
			"Install it, or name another: make setup PYTHON=python3.12" >&2; exit 2; }
	@"$$PYTHON" -m venv .venv || { \
		echo "error: .venv could not be made. On Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@echo "setting up .venv (once; again when requirements.lock changes)" >&2
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

lock: $(READY) ## requirements.lock from pyproject.toml, with hashes
	@$(PY) -m venv .venv/lock
	@.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	@.venv/lock/bin/python -m piptools compile --quiet --extra dev --generate-hashes --strip-extras --no-header \
		--no-annotate --allow-unsafe --output-file requirements.lock pyproject.toml

clean: ## remove what was built; inputs and outputs stay
	rm -rf .venv .bench .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
