# Every chore is one command, here and in continuous integration. `make help` lists them.
# Needs git, make and Python 3.11 or newer; after the first installation nothing needs a network.

PYTHON ?= python3
BENCH ?= ../shared/bench
CORPORA ?= ../shared/corpora
SAMPLE ?= data/articles/bakhmut.txt
SAMPLE_DATE ?= 2023-01-25
WORK ?= build/model
SECONDS ?= 600
EACH ?= 5000
KILLS ?= 200
ARTICLES ?= 200
SEED ?=
CLAIMS ?= 1000 10000 100000

VENV = .venv
BIN = $(VENV)/bin

# The tests in an environment that is thrown away: $(1) is its Python, $(2) how uv chooses versions.
define tests_with
	@set -eu; away=$$(mktemp -d); trap 'rm -rf "$$away"' EXIT; \
	$(1) -m venv "$$away"; \
	"$$away/bin/python" -m pip install --quiet --disable-pip-version-check uv; \
	"$$away/bin/uv" pip install --quiet --python "$$away/bin/python" --resolution $(2) --editable '.[dev]'; \
	"$$away/bin/python" --version; \
	"$$away/bin/uv" pip tree --python "$$away/bin/python" --package counterclaim --depth 1; \
	"$$away/bin/python" -m pytest -n auto
endef

PYTHONS ?= 3.11 3.12 3.13

.PHONY: help demo consumers test check check-oldest check-newest check-pythons gate repin bench bench-speed bench-growth
.PHONY: fuzz kills bench-scale data model docs site clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## ingest the sample article and compare the claims about Bakhmut
	$(BIN)/counterclaim ingest $(SAMPLE) --published $(SAMPLE_DATE) --ledger demo
	$(BIN)/counterclaim compare --place bakhmut --ledger demo

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev ## lint, format, types and tests: what a change must pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

check-oldest: ## run the tests with the oldest versions that pyproject.toml allows
	$(call tests_with,$(PYTHON),lowest-direct)

check-newest: ## run the tests with the newest versions that it allows
	$(call tests_with,$(PYTHON),highest)

check-pythons: ## run the tests with every Python of PYTHONS that is there
	@missing=; failed=; \
	for version in $(PYTHONS); do \
	  for python in python$$version "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$$version.*/bin/python; do \
	    if "$$python" -c 'import venv' 2>/dev/null; then break; fi; python=; \
	  done; \
	  if [ -z "$$python" ]; then missing="$$missing $$version"; continue; fi; \
	  $(MAKE) --no-print-directory check-newest PYTHON="$$python" || failed="$$failed $$version"; \
	done; \
	echo "not here:$${missing:- none}; failed:$${failed:- none}"; [ -z "$$failed" ]

consumers: $(VENV)/.dev ## hand every export to a program that it is for
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,consumers]'
	$(BIN)/python -m pytest -rs tests/presentation/test_export_consumers.py

gate: $(VENV)/.dev ## measure the labelled sets of data/gate and fail below a pinned floor
	$(BIN)/python tests/bench/gate.py

repin: $(VENV)/.dev ## measure, and raise the floors to what was reached
	$(BIN)/python tests/bench/gate.py --repin

bench: $(VENV)/.dev ## measure other people's labelled sets, BENCH=folder; writes build/bench.md
	$(BIN)/python tests/bench/run_bench.py --bench $(BENCH) --out build/bench.md

bench-speed: $(VENV)/.dev ## time the commands, and compare 100 000 invented pairs of claims
	$(BIN)/python tests/bench/speed.py
	$(BIN)/python tests/bench/pairs.py

fuzz: $(VENV)/.dev ## try EACH=5000 damaged files of every form, then hostile input for SECONDS=600; SEED=… repeats, failures go to build/fuzz
	$(BIN)/python tests/bench/fuzz_forms.py --each $(EACH) $(if $(SEED),--seed $(SEED))
	$(BIN)/python tests/bench/fuzz.py --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

kills: $(VENV)/.dev ## end KILLS=200 runs of ingest in the middle, also of ARTICLES=200, and run several at once
	$(BIN)/python tests/bench/kills.py --kills $(KILLS) --articles $(ARTICLES) $(if $(SEED),--seed $(SEED))

bench-growth: $(VENV)/.dev ## measure how time and memory grow with an article, and what odd texts cost
	$(BIN)/python tests/bench/growth.py

bench-scale: $(VENV)/.dev ## build ledgers of CLAIMS="1000 10000 100000" claims, time commands over them; writes docs/performance.md
	$(BIN)/python tests/bench/scale.py --claims $(CLAIMS) --write docs/performance.md

data: $(VENV)/.gazetteer ## rebuild the gazetteer tables from their sources
	$(BIN)/python data/gazetteer/build.py

model: $(VENV)/.dev ## train the parser further, CORPORA=folder of the treebanks (half an hour)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python data/language/train.py $(CORPORA) $(WORK) --start data/language/en
	rm -rf data/language/en
	cp -R $(WORK)/model-best data/language/en
	sed -i.orig -E 's/^(train|dev) = ".*"/\1 = null/' data/language/en/config.cfg
	rm data/language/en/config.cfg.orig
	$(BIN)/python data/language/evaluate.py $(CORPORA)

docs: $(VENV)/.dev ## write what the program prints into the documents
	$(BIN)/python tests/regenerate_docs.py

site: $(VENV)/.installed ## build the documents as a site in build/site; needs mkdocs-material
	@if $(BIN)/python -c 'import material' 2>/dev/null; then \
	  NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet && echo "build/site/index.html"; \
	else echo "no site: mkdocs-material is not installed; $(BIN)/python -m pip install --editable '.[docs]'"; fi

clean: ## remove everything that was built here
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find cli tests data -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "counterclaim needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one like this: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The package is installed in place, so that a later `make demo` never hides a change from the tests.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.gazetteer: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,gazetteer]'
	@touch $@ $(VENV)/.dev $(VENV)/.installed
