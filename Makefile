# The commands that people and CI call. `make demo` and `make test` work on a fresh machine with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null || echo $(VENV)/bin/uv)
EXAMPLES := $(sort $(wildcard examples/*.html examples/*.txt examples/*.xml examples/*.jsonl))
SHARED ?= ../shared
TRAIN := .venv-train/bin/python

.PHONY: help demo test lint bench train clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(VENV)/ready: pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@command -v uv >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	$(UV) sync --quiet --frozen --python $(BIN)/python
	@touch $@

demo: $(VENV)/ready  ## read the example pages and print their claims
	$(BIN)/claimtrail read $(EXAMPLES)

test: $(VENV)/ready lint  ## lint, types, import rules, and every test
	$(BIN)/pytest -n auto

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/ready  ## every benchmark whose corpus is in $(SHARED), against benchmarks/floors.toml
	$(BIN)/python -m benchmarks.gate $(SHARED)

train: .venv-train/ready $(VENV)/ready  ## train the reader from the corpora in $(SHARED), hours (see training/README.md)
	PYTHONPATH=src $(TRAIN) -m training.train --config training/reader.toml
	PYTHONPATH=src $(TRAIN) -m training.train --config training/reader.toml --set training.seed=7 --set output.runs='"training/runs/reader-2"'
	PYTHONPATH=src $(TRAIN) -m training.train --config training/student.toml
	PYTHONPATH=src $(TRAIN) -m training.claims_head.train --config training/claims_head/claims_head.toml --out training/runs/claims.pt
	PYTHONPATH=src $(TRAIN) -m training.claims_head.polish --config training/claims_head/claims_head.toml --weights training/runs/claims.pt --out training/runs/polished.pt
	PYTHONPATH=src $(TRAIN) -m training.claims_head.release --config training/claims_head/claims_head.toml --weights training/runs/polished.pt
	$(BIN)/python -m training.weights --config training/claims_head/claims_head.toml
	$(BIN)/python -m training.confidence --config training/claims_head/claims_head.toml

.venv-train/ready: training/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install --quiet -r training/requirements.txt
	@touch $@

clean:  ## remove environments and caches
	rm -rf $(VENV) .venv-train .mypy_cache .ruff_cache .pytest_cache dist
