# The commands of the project. `make run` and `make test` set up what is missing on a fresh Debian or Ubuntu with Swift.

SHELL := /bin/bash
PIPELINE ?= Pipelines/dien-bien
INPUT ?= Input
OUTPUT ?= Output
SOURCES := Sources Tests Package.swift
BINARY := .build/release/sapxep

# Debian packages: the C libraries that are linked, and what finds them.
PACKAGES := libxml2-dev libzip-dev libsqlite3-dev pkg-config

.PHONY: setup build run test lint format bench fuzz clean

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
	python3 Benchmarks/bench.py

clean:
	rm -rf .build .build-bench
