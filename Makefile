# Every target sets the environment up first, if need be (see run.py).
PYTHON ?= python3
STORY ?= seeds
SECONDS_EACH ?= 60

.PHONY: report test check accuracy bench fuzz setup clean

report:
	$(PYTHON) run.py report $(STORY)

test:
	$(PYTHON) run.py test

check:
	$(PYTHON) run.py check

accuracy:
	$(PYTHON) run.py accuracy --document docs/accuracy.md

# FULL=1 measures archives in full size too, which takes an hour.
bench:
	$(PYTHON) run.py bench $(if $(FULL),--full)

# Every reader in turn, led by coverage. atheris has wheels for Linux alone and weighs 60 MB: it is
# in no lock, and comes when it is asked for.
fuzz:
	$(PYTHON) run.py test --version
	.venv/bin/python -m pip install --quiet "atheris>=3,<4"
	.venv/bin/python -m tests.fuzz.readers all -max_total_time=$(SECONDS_EACH)

setup:
	$(PYTHON) run.py setup

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +
