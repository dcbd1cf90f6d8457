# The archive's own commands. Each makes the virtual environment it needs; nothing is installed outside .venv.

# In an empty environment make finds no program that it starts without a shell.
export PATH := $(or $(PATH),/usr/local/bin:/usr/bin:/bin)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq --require-hashes
MANAGE := $(BIN)/python manage.py

# Named by what they were made from: another Python or other pins make another name, and so a new environment.
# Each is written last, so that an environment whose making was interrupted is made again.
fingerprint = $(shell { $(PYTHON) -B -c 'import sys; print(sys.version, sys.base_prefix)'; pwd; cat $(1); } 2>&1 | cksum | tr ' ' '-')
READY := $(VENV)/ready-to-run-$(call fingerprint,requirements.txt)
READY_TO_TEST := $(VENV)/ready-to-test-$(call fingerprint,requirements.txt requirements-dev.txt)

# `make run` looks before it writes. Asked here, and answered by make's question mode, a refusal is the one line
# that tells why and the exit status 1; a recipe that fails adds a line of make's own and exits with 2.
ifneq ($(filter run,$(MAKECMDGOALS)),)
ifneq ($(shell PORT='$(PORT)' $(PYTHON) -B -m kzarchive.preflight || echo refused),)
MAKEFLAGS += --question
endif
endif

.PHONY: help run password test check lint format bench samples lock
help:
	@echo 'make run       start the archive at http://127.0.0.1:8000 (another port: PORT=8001 make run)'
	@echo 'make password  set the password of the account "editor"'
	@echo 'make test      lint, checks and the whole suite, on SQLite and on PostgreSQL'
	@echo 'make lint      ruff, both rules and format; make format puts the format right'
	@echo 'make bench     how fast, beside what'
	@echo 'make samples   all pages of the plain sample are read, and no fewer right than were (make test reads a third)'
	@echo 'make lock      requirements*.txt from requirements*.in (needs uv)'

# Hashing and compressing takes longer than all the rest of a start: done when a file of ours or of Django's has changed.
COLLECTED := $(or $(KZARCHIVE_DATA),var)/static/staticfiles.json
$(COLLECTED): $(READY) kzarchive/settings.py $(wildcard static/* static/*/* static/*/*/*)
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

run: $(READY) $(COLLECTED)
	@$(MANAGE) quickstart
	@exec $(BIN)/python -m kzarchive.server

password: $(READY)
	@$(MANAGE) changepassword editor

# One lane after the other, so that the last line is pytest's own.
test: lint check
	KZARCHIVE_LANE=sqlite $(BIN)/python -m pytest -q -n 3 --dist worksteal
	KZARCHIVE_LANE=postgresql $(BIN)/python -m pytest -q -n 3 --dist worksteal

lint: $(READY_TO_TEST)
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .

format: $(READY_TO_TEST)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# As on a public host: an address with https, an empty archive of its own, and not one warning.
check: $(READY_TO_TEST)
	@set -e; data=$$(mktemp -d); trap 'rm -rf "$$data"' EXIT; \
	export KZARCHIVE_DATA="$$data" SITE_URL=https://archive.example.org SECURITY_CONTACT=security@archive.example.org; \
	export SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))'); \
	unset DATABASE_URL ALLOWED_HOSTS DEBUG KZARCHIVE_PROXIES PORT; \
	$(MANAGE) makemigrations --check --dry-run; \
	$(MANAGE) migrate --verbosity 0; \
	$(MANAGE) check --fail-level WARNING --database default; \
	$(MANAGE) check --deploy --fail-level WARNING --database default

bench: $(READY_TO_TEST)
	@for file in benchmarks/[a-z]*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done

samples: $(READY_TO_TEST)
	$(BIN)/python -m benchmarks.reading --hold

lock:
	uv pip compile $(LOCK) -o requirements.txt requirements.in
	uv pip compile $(LOCK) -o requirements-dev.txt requirements-dev.in
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

$(READY):
	@$(PYTHON) -B -m kzarchive.preflight python
	@echo 'Making $(VENV) from requirements.txt: about a minute, this once.'
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -r requirements.txt
	@touch $@

$(READY_TO_TEST): $(READY)
	@$(PIP) -r requirements-dev.txt
	@touch $@
