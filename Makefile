# What a contributor and CI run. Every target sets itself up in a fresh clone, given make, git
# and Python 3.11 or newer; the set-up is repeated only when pyproject.toml or the lock changed.

SHELL = /bin/sh
.NOTPARALLEL:

VENV  = .venv
PY    = $(VENV)/bin/python
PIP   = $(PY) -m pip -qq --disable-pip-version-check --no-input
READY = $(VENV)/.ready

.PHONY: help setup chromium compiled site serve test format-check lint types imports unit coverage \
        format docs audit bench screenshots lock clean distclean

help:
	@echo 'make site         build the website from content/ into build/site/'
	@echo 'make serve        preview it, rebuilding on every change'
	@echo 'make test         all checks that need Python and Chromium'
	@echo 'make audit        validity of pages and books, accessibility, sizes, Lighthouse (needs Node.js, Java, Chromium)'
	@echo 'make bench        compare with other generators; SIZE=10000 RUNS=1 as wanted'
	@echo 'make screenshots  pictures of the main pages'
	@echo 'make format       format the code and sort imports'
	@echo 'make docs         remake docs/reference.md from the code'
	@echo 'make coverage     tests with branch coverage'
	@echo 'make lock         remake requirements.lock and the locks of tests/audit and tests/bench'
	@echo 'make clean        remove what was built; make distclean: the environment too'

# ---- set-up --------------------------------------------------------------------------------

# The first Python that is new enough and can make environments; says what is missing otherwise.
find_python = \
	found=; incomplete=; \
	for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	        || continue; \
	    if "$$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; \
	    then found=$$candidate; break; else incomplete=$$candidate; fi; \
	done; \
	if [ -z "$$found" ] && [ -n "$$incomplete" ]; then \
	    version=$$("$$incomplete" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	    echo "$$incomplete ($$version) 缺少 venv / ensurepip。" >&2; \
	    echo "$$incomplete ($$version) cannot make environments: venv or ensurepip is missing." >&2; \
	    echo "  Debian, Ubuntu:  sudo apt-get install python$$version-venv" >&2; \
	    echo "  elsewhere:       install the full Python $$version, or: make PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	elif [ -z "$$found" ]; then \
	    echo "需要 Python 3.11 或更新的版本。" >&2; \
	    echo "Python 3.11 or newer is needed; python3 and python3.11 to python3.14 were tried." >&2; \
	    echo "  Debian, Ubuntu:  sudo apt-get install python3 python3-venv" >&2; \
	    echo "  Fedora:          sudo dnf install python3" >&2; \
	    echo "  macOS:           brew install python" >&2; \
	    echo "  or name one:     make PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	fi

# The stamp holds the folder it was made in: an environment doesn't survive being moved.
made_in = $(shell cat $(READY) 2>/dev/null)
ifneq ($(made_in),$(CURDIR))
.PHONY: $(READY)
endif

setup: $(READY)

# setuptools goes first, from the same lock: jieba comes as source only, and an isolated build
# would fetch whatever setuptools is newest, unchecked.
$(READY): pyproject.toml requirements.lock
	@if ! $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	    || { [ -f $(READY) ] && [ '$(made_in)' != '$(CURDIR)' ]; }; then \
	    $(find_python); \
	    echo "准备环境 / making $(VENV) with $$found ..."; \
	    "$$found" -m venv --clear $(VENV); \
	fi
	@rm -f $(READY)
	@echo '安装依赖 / installing what requirements.lock names ...'
	@sed -n '/^setuptools==/,/[^\]$$/p' requirements.lock > $(VENV)/build.lock
	@$(PIP) install --require-hashes -r $(VENV)/build.lock
	@$(PIP) install --require-hashes --use-pep517 --no-build-isolation \
	    -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q generator
	@echo '$(CURDIR)' > $(READY)

chromium: $(READY)
	@$(PY) tests/browser/chromium.py

# ---- the website ---------------------------------------------------------------------------

# Bytecode of what has changed: Python may be told not to keep any, and a small build is half imports then.
compiled: $(READY)
	@$(PY) -m compileall -q generator

site: compiled
	@$(VENV)/bin/jingwei build
	@echo
	@echo '网站在 build/site/，首页 build/site/index.html；预览：make serve（即 .venv/bin/jingwei serve）'
	@echo 'The site is in build/site/, its first page build/site/index.html.'
	@echo 'To look at it: make serve (that is .venv/bin/jingwei serve), or open the file.'

serve: $(READY)
	@$(VENV)/bin/jingwei serve

# ---- checks --------------------------------------------------------------------------------

# Keeps going after a failure, so that one run shows everything there is to mend.
test: $(READY) chromium
	@$(MAKE) --no-print-directory --keep-going format-check lint types imports unit

format-check: $(READY)
	$(PY) -m ruff format --check --output-format concise .

lint: $(READY)
	$(PY) -m ruff check --output-format concise .

types: $(READY)
	$(PY) -m mypy --strict

imports: $(READY)
	$(VENV)/bin/lint-imports --no-logo

unit: $(READY)
	$(PY) -m pytest

coverage: $(READY) chromium
	$(PY) -m pytest --cov --cov-report=term

format: $(READY)
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format .

docs: $(READY)
	@$(PY) -m docs.make_reference

audit: $(READY)
	@$(VENV)/bin/jingwei build
	@$(PY) tests/audit/audit.py build/site

bench: compiled
	@$(PY) -m tests.bench.bench $(if $(SIZE),--size $(SIZE)) $(if $(RUNS),--runs $(RUNS))
	@$(PY) -m tests.bench.search.measure

screenshots: $(READY) chromium
	@$(VENV)/bin/jingwei build
	@$(PY) tests/browser/screenshots.py

# ---- keeping -------------------------------------------------------------------------------

# Not "lock: $(READY)": a lock that can't be installed must be mendable.
lock:
	@if ! $(PY) -c 'import pip' >/dev/null 2>&1; then \
	    $(find_python); "$$found" -m venv --clear $(VENV); fi
	@$(PY) -m uv --version >/dev/null 2>&1 || $(PIP) install uv
	@$(PY) -m uv pip compile pyproject.toml --group dev --extra pictures --extra hant --universal --python-version 3.11 \
	    --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	    --custom-compile-command 'make lock' --output-file requirements.lock
	@$(PY) -m uv pip compile tests/bench/requirements.in --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	    --custom-compile-command 'make lock' --output-file tests/bench/requirements.lock
	@if command -v npm >/dev/null 2>&1; then \
	    cd tests/audit && npm install --package-lock-only --ignore-scripts --silent \
	    && "$(CURDIR)/$(PY)" without_addresses.py; \
	else echo 'npm is missing: tests/audit/package-lock.json stays as it is.'; fi

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	    .coverage tests/screenshots tests/bench/work
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV) tests/audit/node_modules
