# The commands of the project. `make run` and `make test` set up what is missing on a fresh Debian or Ubuntu with Swift.

SHELL := /bin/bash
PIPELINE ?= Pipelines/dien-bien
INPUT ?= Input
OUTPUT ?= Output
SOURCES := Sources Tests Fuzz/Package.swift Fuzz/Sources Package.swift
BINARY := .build/release/sapxep

# Debian packages: the C libraries that are linked, and what finds them.
PACKAGES := libxml2-dev libzip-dev libsqlite3-dev pkg-config

.PHONY: setup build run test lint format bench bench-national fuzz clean

setup:
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install/linux/"; exit 1; }
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi; \
	  echo "Installing Debian packages:$$missing"; \
	  $$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	fi

build: setup
	swift build -c release --product sapxep

# Exit status 1 means "published, with questions for people": no failure of the program.
run: build
	@$(BINARY) run $(PIPELINE) --input $(INPUT) --output $(OUTPUT); status=$$?; \
	if [ $$status -le 1 ]; then exit 0; else exit $$status; fi

test: setup
	swift test --disable-xctest

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

bench: build
	python3 Benchmarks/bench.py --write run
	python3 Benchmarks/reading.py
	python3 Benchmarks/units.py
	python3 Benchmarks/linear.py --write linear
	python3 Benchmarks/matching.py --write matching

# The country, 2,500,000 people, once: 10 GB of disk, 8 GB of memory for the scripted pipeline beside it, half an hour.
bench-national: build
	python3 Benchmarks/bench.py --national --write national

# Coverage-guided fuzzing, a minute for each target; what was found and is worth keeping goes to Fuzz/.corpus, and an
# input that breaks a reader to Fuzz/.findings. One target, longer: `make fuzz FUZZ_TARGETS=html SECONDS_EACH=600`.
FUZZ_TARGETS ?= delimited spreadsheetml record-xml html xlsx text
SECONDS_EACH ?= 60
FUZZ_BUILD := swift build --package-path Fuzz -c release -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

fuzz: setup
	$(FUZZ_BUILD)
	@mkdir -p Fuzz/.findings; failed=""; \
	for target in $(FUZZ_TARGETS); do \
	  echo "== $$target"; mkdir -p Fuzz/.corpus/$$target; \
	  SWIFT_BACKTRACE=enable=no "$$($(FUZZ_BUILD) --show-bin-path)/Fuzz" $$target \
	    -max_total_time=$(SECONDS_EACH) -timeout=10 -rss_limit_mb=2048 -max_len=16384 -dict=Fuzz/$$target.dict \
	    -print_final_stats=1 -artifact_prefix=Fuzz/.findings/$$target- Fuzz/.corpus/$$target Fuzz/corpus/$$target \
	    </dev/null || failed="$$failed $$target"; \
	done; if [ -n "$$failed" ]; then echo "broken inputs in Fuzz/.findings:$$failed"; exit 1; fi

clean:
	rm -rf .build .build-bench Fuzz/.build Fuzz/.corpus Fuzz/.findings
