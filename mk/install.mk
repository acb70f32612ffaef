# SPDX-License-Identifier: GPL-3.0-or-later
# `make install DESTDIR=... PREFIX=...`

PREFIX ?= /usr/local
DESTDIR ?=
ROOT := $(DESTDIR)$(PREFIX)
SCHEMAS := $(wildcard libcommon/schema/*.schema.json steps/*/*.schema.json)
MANUALS := $(patsubst %.scd,build/man/%,$(notdir $(wildcard steps/*/*.1.scd)))

.PHONY: install
install: all ## install below DESTDIR PREFIX (default /usr/local)
	install -d $(ROOT)/bin $(ROOT)/share/man/man1 $(ROOT)/share/build-analysis/schema \
	    $(ROOT)/share/doc/build-analysis
	$(if $(STEPS),install -m 755 $(STEPS:%=$(BIN)/%) $(ROOT)/bin)
	$(if $(wildcard workflows/analyze-build),install -m 755 workflows/analyze-build $(ROOT)/bin)
	$(if $(MANUALS),install -m 644 $(MANUALS) $(ROOT)/share/man/man1)
	$(if $(SCHEMAS),install -m 644 $(SCHEMAS) $(ROOT)/share/build-analysis/schema)
	install -m 644 $(wildcard LICENSE README.md) $(ROOT)/share/doc/build-analysis
