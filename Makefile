# Every target installs what it lacks. `make demo` and `make test` are the two a newcomer needs.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PY := .venv/bin/python
PYTEST := $(PY) -m pytest
PIP_COMPILE := $(PY) -m piptools compile --quiet --strip-extras --allow-unsafe --no-header --no-annotate --generate-hashes \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
# The pins a server needs: with a database address that is not SQLite's, PostgreSQL's driver too.
PINS := $(if $(filter postgres%,$(DATABASE_URL)),postgres,base)
# Demo and run answer on 127.0.0.1 alone, where there is no certificate.
LOCAL := HTTPS=0 PORT=$(PORT)

.PHONY: help setup setup-test run demo test pictures coverage pins lint types check clean
.PHONY: print-packages test-packages

help:
	@echo "make demo      a month of work with invented people, at 127.0.0.1:$(PORT)"
	@echo "make run       an empty office; the console shows the first admin's code"
	@echo "make test      the whole suite, in real Chromium too"
	@echo "make pictures  every screen and every paper as PNG"
	@echo "make setup     the environment alone; make lint types check pins coverage clean"

# A stamp names the pins it was installed from; `test` holds everything `postgres` holds, and that all of `base`.
.venv/pyvenv.cfg:
	@deploy/python-venv .venv

setup: .venv/pyvenv.cfg
	@deploy/install-pins $(PINS)

setup-test: .venv/pyvenv.cfg
	@deploy/install-pins test

print-packages:
	@deploy/system-packages print

test-packages:
	@deploy/system-packages test

demo: export DATA_DIR := $(or $(DATA_DIR),data/demo)
demo: print-packages setup
	@$(LOCAL) $(PY) manage.py migrate --verbosity 0
	@$(LOCAL) $(PY) manage.py demo --no-serve
	@exec env $(LOCAL) $(PY) manage.py serve

run: export DATA_DIR := $(or $(DATA_DIR),data/office)
run: print-packages setup
	@$(LOCAL) $(PY) manage.py migrate --verbosity 0
	@$(LOCAL) $(PY) manage.py first_admin
	@exec env $(LOCAL) $(PY) manage.py serve

# Two workers for the two cores the suite is planned for. ARGS narrows it: make test ARGS="tests/clock -x"
test: test-packages setup-test
	$(PYTEST) -n 2 --dist worksteal $(ARGS)

pictures: test-packages setup-test
	$(PY) -m tests.pictures

coverage: test-packages setup-test
	$(PY) -m coverage erase
	$(PYTEST) -n 2 --dist worksteal --cov --cov-report= $(ARGS)
	$(PY) -m coverage report --fail-under=95
	$(PY) -m coverage report --fail-under=100 --include='requests_app/sop/*,requests_app/clock/*,requests_app/rules/*,requests_app/workflow/*'

lint: setup-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m djlint templates --lint --quiet
	.venv/bin/lint-imports

types: setup-test
	DATA_DIR=.mypy_cache/data $(PY) -m mypy

check: setup-test
	@deploy/check-deploy $(PY)

# Hashes alone: no address of an index belongs in a pin. `make pins ARGS=--upgrade` moves to the newest releases.
pins: setup-test
	$(PIP_COMPILE) $(ARGS) --extra postgres --extra test -o requirements/test.txt pyproject.toml
	$(PIP_COMPILE) -c requirements/test.txt --extra postgres -o requirements/postgres.txt pyproject.toml
	$(PIP_COMPILE) -c requirements/test.txt -o requirements/base.txt pyproject.toml

# The office's data stay.
clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
