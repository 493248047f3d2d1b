# The two commands a newcomer needs: make run, make test. Both set up what they need first.

VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export npm_config_update_notifier := false
export npm_config_fund := false
export npm_config_audit := false

# The first Python that runs and is new enough; a name on the path may be no more than a version manager's shim.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { command -v $$name; break; }; done)
SITE := backend/bureau/http/site
TOOLS := tests/audit/node_modules/.installed tests/oidc/node_modules/.installed tests/s3/.venv/.installed
FRONT := schema.graphql $(shell find frontend/src frontend/build frontend/public frontend/*.html frontend/*.ts frontend/*.json -type f -not -path 'frontend/src/gql/*' -not -path frontend/src/documents/perKind.ts 2>/dev/null)

.PHONY: help run setup test test-sqlite test-postgres check bench gen soak faults clean postgres chromium
.DEFAULT_GOAL := help

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*?## /\1\t/' | expand -t 14

run: setup ## Set up everything, fill an empty local database with the demo city, serve http://127.0.0.1:8000
	@if [ -z "$$BUREAU_DATABASE_URL" ]; then bureau demo --if-empty; else bureau migrate; fi
	@echo "The console: http://localhost:$${BUREAU_PORT:-8000}  GraphiQL: http://localhost:$${BUREAU_PORT:-8000}/graphiql"
	@exec bureau serve

setup: $(VENV)/.python $(SITE)/.built ## Python and Node packages and the built pages; quick when nothing has changed

$(VENV)/bin/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: apt-get install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); sh .ci/apt.sh python3-venv && "$(PYTHON)" -m venv $(VENV); }

$(VENV)/.python: $(VENV)/bin/pip requirements-dev.txt pyproject.toml
	@echo "Installing Python packages …"
	@pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

frontend/node_modules/.installed: $(VENV)/.python frontend/package-lock.json
	@echo "Installing Node packages …"
	@cd frontend && npm ci $(if $(filter run setup,$(MAKECMDGOALS)),--omit=dev) --loglevel=error
	@touch $@

# What tests need beyond what the build does; there already unless the pages were built alone before.
frontend/node_modules/.tested: frontend/node_modules/.installed
	@test -x frontend/node_modules/.bin/vitest || { cd frontend && npm ci --loglevel=error; }
	@touch frontend/node_modules/.installed $@

$(SITE)/.built: frontend/node_modules/.installed $(FRONT)
	@echo "Building the pages …"
	@cd frontend && npm run --silent build -- --logLevel error
	@touch $@

INSTALLED := tests/audit/node_modules/.installed tests/oidc/node_modules/.installed tests/browser/node_modules/.installed tests/s3/.venv/.installed

# What touches no database runs once, with the half that is done sooner.
test: setup check postgres chromium $(INSTALLED) ## Static checks, then every test on SQLite and on PostgreSQL, both at a time
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-sqlite test-postgres

test-sqlite: setup chromium $(INSTALLED)
	BUREAU_TEST_DATABASE=sqlite pytest -m "(database or browser) and not soak"

test-postgres: setup postgres chromium $(INSTALLED)
	BUREAU_TEST_DATABASE=postgres pytest -m "not browser and not soak"

tests/audit/node_modules/.installed tests/oidc/node_modules/.installed tests/browser/node_modules/.installed: tests/%/node_modules/.installed: $(VENV)/.python tests/%/package-lock.json
	@cd tests/$* && npm ci --ignore-scripts --loglevel=error
	@touch $@

tests/s3/.venv/.installed: $(VENV)/.python tests/s3/requirements.txt
	@python -m venv tests/s3/.venv
	@tests/s3/.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tests/s3/requirements.txt
	@touch $@

postgres:
	@python -m tests.support.postgres --is-there || sh .ci/apt.sh postgresql

chromium:
	@command -v chromium >/dev/null || sh .ci/apt.sh chromium

check: setup frontend/node_modules/.tested ## Static checks: format, lint, types, layers, generated files
	ruff format --check backend tests
	ruff check backend tests
	mypy
	lint-imports --quiet 2>/dev/null || lint-imports
	bandit --quiet --recursive backend --configfile pyproject.toml
	bureau schema | diff -q - schema.graphql >/dev/null || { echo "schema.graphql is stale; run make gen"; exit 1; }
	cd frontend && npm run --silent check && npm run --silent lint && npm test --silent

gen: setup ## Write the generated files: schema.graphql
	bureau schema > schema.graphql
	python -m tests.engine.cases --write
	python -m tests.access.matrix --write

bench: setup postgres chromium ## Measure against hand-written SQL and PostGraphile on a city of 1,000,000 students
	@command -v wrk >/dev/null || sh .ci/apt.sh wrk
	cd tests/bench && npm ci --loglevel=error
	python -m tests.bench
	python -m tests.bench console

soak: setup postgres ## The long runs: the same properties with thousands of cases
	BUREAU_DRAWN=40 HYPOTHESIS_PROFILE=soak BUREAU_TEST_DATABASE=sqlite pytest -m "soak or not soak"
	HYPOTHESIS_PROFILE=soak BUREAU_TEST_DATABASE=postgres pytest -m database

faults: setup postgres ## Faults planted in the engine, a lost database, a full disk, a tampered journal: each is noticed
	BUREAU_TEST_DATABASE=sqlite pytest -m "soak or not soak" tests/engine/test_planted_faults.py tests/storage/test_outages.py tests/storage/test_journal_blocks.py
	BUREAU_TEST_DATABASE=postgres pytest -m "soak or not soak" tests/engine/test_planted_faults.py tests/storage/test_outages.py tests/storage/test_journal_blocks.py

clean: ## Remove what setup made; the local database stays
	rm -rf $(VENV) frontend/node_modules tests/audit/node_modules tests/browser/node_modules tests/oidc/node_modules tests/bench/node_modules $(SITE) backend/bureau/machinery/papers/fonts
