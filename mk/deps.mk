# SPDX-License-Identifier: GPL-3.0-or-later
# What is linked.  libcommon/deps and steps/<step>/deps hold pkg-config module names, any
# number a line, `#` starts a comment; a word that starts with `-` goes to the linker as it
# is.  A step links the modules of its own file alone; libcommon/deps is what libcommon as a
# whole can need, for its unit tests.  The packages these come from: mk/packages.

PKG_CONFIG ?= pkg-config
HASH := \#
deps_words = $(if $(wildcard $1),$(shell sed 's/$(HASH).*//' $(wildcard $1)))
modules_of = $(sort $(filter-out -%,$(call deps_words,$1)))

MODULES := $(call modules_of,libcommon/deps steps/*/deps)
MODULES_MISSING := $(foreach m,$(MODULES),$(shell $(PKG_CONFIG) --exists $m 2>/dev/null || echo $m))
MODULES_FOUND := $(filter-out $(MODULES_MISSING),$(MODULES))

# Third-party headers are system headers: their warnings are not ours.
PKG_CFLAGS := $(if $(MODULES_FOUND),$(patsubst -I%,-isystem%,$(shell $(PKG_CONFIG) --cflags $(MODULES_FOUND))))
# $(call libs_of,FILES): link words of one or more deps files.
libs_of = $(filter -%,$(call deps_words,$1)) \
    $(if $(call modules_of,$1),$(shell $(PKG_CONFIG) --libs $(call modules_of,$1) 2>/dev/null))

# Plain `make` never installs; it says what is missing before the compiler does.
.PHONY: check-deps
check-deps:
ifneq ($(strip $(MODULES_MISSING)),)
	@echo 'make: no pkg-config module for: $(strip $(MODULES_MISSING))' >&2
	@echo "make: 'mk/ensure-packages build' installs what the build needs" >&2
	@exit 1
endif
ifeq ($(LIBS3_ARCHIVE),)
	@echo "make: there is no libs3.a: 'mk/ensure-packages build' installs it" >&2
	@exit 1
endif
