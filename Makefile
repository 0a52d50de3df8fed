# Every target sets up what it needs, once: a fresh machine needs python3.11 and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
CLIENT_VENV := $(VENV)/client
PIP := $(BIN)/python -m pip --disable-pip-version-check
FAST := $(wildcard tests/lives tests/policy tests/vocabulary tests/merkle)

.DEFAULT_GOAL := help
.PHONY: help demo sandbox story test quick bars gallery lighthouse check format documents client messages assets bench clean

help: ## what can be made here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.run ## the portal on a synthetic region, with everybody one can sign in as
	@$(BIN)/baimena demo

sandbox: $(VENV)/.run ## the demo's region anew, for whoever tries the API in it
	@$(BIN)/baimena sandbox reset

story: $(VENV)/.run ## the whole story on the terminal
	@$(BIN)/baimena story

test: $(VENV)/.dev ## every test, on both databases
	@$(BIN)/python -m pytest -n 2 --dist worksteal

quick: $(VENV)/.dev ## lives, policy and proofs, without a database, in under ten seconds
	@$(BIN)/python -m pytest -q $(FAST)

bars: $(VENV)/.dev ## every page in every language, size and way; many thousand requests to the API
	@$(BIN)/python -m pytest -n 2 -m bars tests/bars tests/graph/attacks tests/graph/conduct

gallery: $(VENV)/.dev ## a picture of every page, in var/gallery/index.html
	@$(BIN)/python -m tests.bars.gallery

lighthouse: $(VENV)/.dev ## the ten main pages on a throttled telephone (needs npm)
	@$(BIN)/python -m tests.bars.lighthouse

check: $(VENV)/.dev ## format, lint, types, layers, generated documents, the API against the last release
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.generated_documents --check
	@$(BIN)/python -m tests.client_seal
	@$(BIN)/python -m tests.schema_changes

format: $(VENV)/.dev ## put the code into its one format
	@$(BIN)/ruff check --fix --select I .
	@$(BIN)/ruff format .

documents: $(VENV)/.dev ## write the generated documents anew
	@$(BIN)/python -m tests.generated_documents

client: $(VENV)/.dev $(CLIENT_VENV)/.made ## write the partners' client anew from the schema
	@find graph/client/generated -name '*.py' ! -name http.py -delete
	@$(CLIENT_VENV)/bin/ariadne-codegen --config graph/client/ariadne.toml
	@$(BIN)/python -m tests.client_seal --write

messages: $(VENV)/.dev ## add to the catalogues what the portal says and they lack
	@$(BIN)/python -m tests.catalogues

assets: ## compile the portal's styles and scripts anew (needs Node; what it writes is committed)
	@portal/assets/build.sh

bench: $(VENV)/.dev ## speed and memory against the peers (OPTIONS="--long --resume": as asked for, hours)
	@$(BIN)/python -m tests.benchmarks $(OPTIONS)

clean: ## remove caches; data under var/ and the environment stay
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock .ci/put_on_path.py | $(BIN)/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python .ci/put_on_path.py
	@touch $@

$(CLIENT_VENV)/.made: .ci/client.lock | $(BIN)/python
	@$(PYTHON) -m venv $(CLIENT_VENV)
	$(CLIENT_VENV)/bin/python -m pip --disable-pip-version-check install --require-hashes --only-binary :all: -r .ci/client.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock .ci/put_on_path.py | $(BIN)/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@$(BIN)/python .ci/put_on_path.py
	@touch $@ $(VENV)/.run
