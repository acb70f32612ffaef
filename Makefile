# SPDX-License-Identifier: GPL-3.0-or-later
#
# build-analysis: `make help` lists the targets.  Each subject has its file in mk/:
#   config.mk  configurations, compilers, warnings     deps.mk   packages and pkg-config
#   build.mk   libcommon, steps, manuals               test.mk   tests, fuzz, fresh machine
#   libs3.mk   libs3, its calls of others led to ours
#   lint.mk    the checks of make lint                 install.mk  bench.mk
#
# CONFIG=release (default, executables in build/bin/) | debug | asan | fuzz

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := all

CONFIG ?= release
VERSION := $(shell cat VERSION)

# Parallel; a -j of the caller's wins over this, and a make below shares the first one's.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif
MAKEFLAGS += --no-builtin-rules --no-builtin-variables --no-print-directory

BUILD := build/$(CONFIG)
BIN := $(if $(filter release,$(CONFIG)),build/bin,$(BUILD)/bin)

include mk/config.mk
include mk/libs3.mk
include mk/deps.mk
include mk/build.mk
include mk/test.mk
include mk/lint.mk
include mk/install.mk
include mk/bench.mk

.PHONY: all demo clean help
all: programs manuals ## build the executables (build/bin/) and the manuals

demo: ## install what is missing, build, and analyse the builds in testdata/demo
	@mk/ensure-packages build demo
	@$(MAKE) all
	@PATH="$(CURDIR)/$(BIN):$$PATH" workflows/demo

clean: ## remove everything that was built
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z][a-z -]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | sort -u | \
	    while IFS="$$(printf '\t')" read -r target text; do printf '%-12s %s\n' "$$target" "$$text"; done
	@echo 'variables: CONFIG=release|debug|asan|fuzz  SUITE=all|fast  INSTALL=no  PREFIX=/usr/local  DESTDIR='
