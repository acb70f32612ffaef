SHELL := /usr/local/bin/bash
.SHELLFLAGS := -eu -o pipefail -c
VERSION := 1.0

.PHONY: all
all: dist/version.txt

dist/version.txt:
	mkdir -p dist
	echo $(VERSION) > $@
