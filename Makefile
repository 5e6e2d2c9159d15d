# 1MM Desktop. `make demo` and `make test` are all a newcomer needs; both set themselves up.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: help demo run test simulate torture check bench pictures format clean

help:  ## Show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/.ready: pyproject.toml constraints.txt scripts/system_libraries.sh
	@sh scripts/system_libraries.sh "$(PYTHON)"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	@echo "Setting up .venv (once; a few hundred megabytes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[central,dev]'
	@touch $@

demo: .venv/.ready  ## A trainer's day offline, on the pilot's data; ends in the open window where there is a display
	@$(BIN)/python -m scripts.demo

run: .venv/.ready  ## Start the program
	@$(BIN)/onemm-desktop

test: .venv/.ready  ## All tests, with the real database, centre and PDF readers
	@sh scripts/system_libraries.sh "$(PYTHON)" browser
	@$(BIN)/python -m pytest -n 2

simulate: .venv/.ready  ## Bad luck on one thread: laptops, people and a network from many seeds (SEEDS=1000)
	@$(BIN)/python -m tests.simulation --seeds $(or $(SEEDS),1000) --jobs 2

torture: .venv/.ready  ## Kill laptops and centre behind a network that lies (MINUTES=10)
	@$(BIN)/python -m tests.torture --minutes $(or $(MINUTES),10)

check: .venv/.ready  ## Format, lint, types, the arrows between the packages, known mistakes, what it is made of
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/bandit -q -c pyproject.toml -r onemm_wire onemm_desktop onemm_central
	@$(BIN)/python -m scripts.supplies

bench: .venv/.ready  ## Measure what the documentation promises; writes bench-output/bench.json
	@$(BIN)/python -m benchmarks

pictures: .venv/.ready  ## Draw every page into docs/pictures
	@$(BIN)/python -m scripts.pictures

format: .venv/.ready  ## Put the code into the house's shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:  ## Remove what set-up, tests and demo made
	@rm -rf .venv build demo-output bench-output .mypy_cache .ruff_cache .hypothesis *.egg-info
