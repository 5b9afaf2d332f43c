# Every target sets the environment up first, if need be (see run.py).
PYTHON ?= python3
STORY ?= seeds

.PHONY: report test check accuracy setup clean

report:
	$(PYTHON) run.py report $(STORY)

test:
	$(PYTHON) run.py test

check:
	$(PYTHON) run.py check

accuracy:
	$(PYTHON) run.py accuracy

setup:
	$(PYTHON) run.py setup

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +
