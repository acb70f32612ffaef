# SPDX-License-Identifier: GPL-3.0-or-later
# Test programs and the runs.  tests/unit/<area>/test_*.c: <area> is libcommon or a step;
# other .c files of an area are linked into each of its programs.
# tests/fuzz/<area>/fuzz_*.c: with CONFIG=fuzz libFuzzer drives them, else replay_main.c
# plays tests/fuzz/corpus/<fuzz_name>/ to them.

SUITE ?= all
FUZZ_SECONDS ?= 60

UNIT_SOURCES := $(wildcard tests/unit/*/test_*.c)
UNIT_PROGRAMS := $(UNIT_SOURCES:%.c=$(BUILD)/%)
FUZZ_SOURCES := $(wildcard tests/fuzz/*/fuzz_*.c)
FUZZ_PROGRAMS := $(FUZZ_SOURCES:%.c=$(BUILD)/%)
FUZZ_DRIVER := $(if $(filter fuzz,$(CONFIG)),,$(BUILD)/obj/tests/fuzz/replay_main.o)
FAULTS_LIBRARY := $(BUILD)/tests/faults/inject.so
ORACLE_SOURCES := $(wildcard tests/oracle/*.c tests/oracle/*/*.c)
ORACLE_PROGRAMS := $(ORACLE_SOURCES:%.c=$(BUILD)/%)

.PHONY: test build-tests fuzz check-fresh
test: ## install what is missing, build, run all tests (SUITE=fast: no servers, nothing huge)
	@mk/ensure-packages build $(if $(filter fast,$(SUITE)),test,test servers)
	@mk/ensure-python
	@$(MAKE) build-tests
	@BUILD=$(BUILD) BIN=$(BIN) CONFIG=$(CONFIG) SUITE=$(SUITE) tests/run

build-tests: all $(UNIT_PROGRAMS) $(FUZZ_PROGRAMS) $(ORACLE_PROGRAMS) $(FAULTS_LIBRARY)

# Not in `make test`: the registries come from the Go proxy, and take minutes to build.
REGISTRIES ?= distribution
.PHONY: test-registries
test-registries: ## run tests/servers against registries that Debian does not have (needs Go)
	@mk/ensure-packages build test servers
	@mk/ensure-python
	@$(MAKE) build-tests
	@for name in $(REGISTRIES); do \
	    REGISTRY_SERVER=$$(tests/servers/registry-build $$name); \
	    export REGISTRY_SERVER; \
	    BUILD=$(BUILD) BIN=$(BIN) CONFIG=$(CONFIG) tests/run tests/servers/*.bats; \
	done

fuzz: ## run each fuzz target for FUZZ_SECONDS (60) with libFuzzer
	@mk/ensure-packages build test fuzz
	@$(MAKE) CONFIG=fuzz fuzz-programs
	@BUILD=build/fuzz FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run $(FUZZ)
.PHONY: fuzz-programs
fuzz-programs: $(FUZZ_PROGRAMS)

check-fresh: ## prove demo and test on a fresh Debian 12, with and without shared inputs
	@mk/ensure-packages check-fresh
	@tests/check-fresh

# Tests are ours but for two things: no banned.h, and cmocka's unused state argument.
$(BUILD)/obj/tests/%.o: tests/%.c $(FLAGS_STAMP)
	@mkdir -p $(@D)
	$Q$(call compile,$(WARNINGS_TESTS) -iquote $(<D) $(call quote_step,$*))

# $(call test_archives,SOURCE) and its deps files: the step's archive, then libcommon.
test_archives = $(patsubst %,$(BUILD)/steps/%.a,$(call step_of,$1)) $(COMMON_ARCHIVE)
test_deps = $(patsubst %,steps/%/deps,$(call step_of,$1)) libcommon/deps
link_test = $(call say,link,$@)$(CC) $(LDFLAGS_COMMON) $(LDFLAGS_$(call step_of,$2)) $1 -o $@ $(filter %.o %.a,$^) \
    $(call libs_of,$(call test_deps,$2))

# $(eval $(call unit_rules,SOURCE))
define unit_rules
$(BUILD)/$(1:.c=): $(BUILD)/obj/$(1:.c=.o) \
    $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out $(dir $1)test_%,$(wildcard $(dir $1)*.c))) \
    $(call test_archives,$1)
	@mkdir -p $$(@D)
	$Q$$(call link_test,,$1) -lcmocka
-include $(BUILD)/obj/$(1:.c=.d)
endef
$(foreach u,$(UNIT_SOURCES),$(eval $(call unit_rules,$u)))
# What the programs of a folder share is made anew, too, when a header of it changes.
-include $(patsubst %.c,$(BUILD)/obj/%.d,$(filter-out $(UNIT_SOURCES),$(wildcard tests/unit/*/*.c)))

# $(eval $(call fuzz_rules,SOURCE))
define fuzz_rules
$(BUILD)/$(1:.c=): $(BUILD)/obj/$(1:.c=.o) $(FUZZ_DRIVER) $(call test_archives,$1)
	@mkdir -p $$(@D)
	$Q$$(call link_test,$(if $(filter fuzz,$(CONFIG)),-fsanitize=fuzzer),$1)
-include $(BUILD)/obj/$(1:.c=.d)
endef
$(foreach f,$(FUZZ_SOURCES),$(eval $(call fuzz_rules,$f)))

# What libcommon or a step's part answers, for the tests that compare it with another tool.
define oracle_rules
$(BUILD)/$(1:.c=): $(BUILD)/obj/$(1:.c=.o) $(call test_archives,$1)
	@mkdir -p $$(@D)
	$Q$$(call link_test,,$1)
-include $(BUILD)/obj/$(1:.c=.d)
endef
$(foreach o,$(ORACLE_SOURCES),$(eval $(call oracle_rules,$o)))

# Preloaded into programs as they are, so it is built without a sanitizer of its own.
$(FAULTS_LIBRARY): tests/faults/inject.c
	@mkdir -p $(@D)
	$Q$(call say,link,$@)$(CC) -std=gnu11 -O2 -g $(WARNINGS) -D_GNU_SOURCE -fPIC -shared -o $@ $< -ldl
