# SPDX-License-Identifier: GPL-3.0-or-later
# Measured claims: tests/bench/run makes its inputs and prints ratios; tests/accuracy/run counts.

BENCH_PROGRAMS := $(addprefix $(BUILD)/tests/bench/,scan-only empty late-registry)
BARE_PUTS := $(BUILD)/tests/bench/bare-puts
.PHONY: bench
bench: ## measure against igzip, openssl, skopeo, curl and libs3 (BENCH=... is passed on)
	@mk/ensure-packages build bench
	@$(MAKE) all $(BENCH_PROGRAMS) $(BARE_PUTS)
	@BIN="$(CURDIR)/$(BIN)" tests/bench/run $(BENCH)

# With the libraries of parse-buildlog all, whether it needs them or not.
$(BENCH_PROGRAMS): $(BUILD)/tests/bench/%: $(BUILD)/obj/tests/bench/%.o $(BUILD)/steps/parse-buildlog.a $(COMMON_ARCHIVE)
	@mkdir -p $(@D)
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -Wl,--no-as-needed -o $@ $(filter %.o %.a,$^) \
	    $(call libs_of,steps/parse-buildlog/deps)
# With libs3 as it comes, ahead of the one with the seam (mk/libs3.mk).
$(BARE_PUTS): $(BARE_PUTS:$(BUILD)/%=$(BUILD)/obj/%.o) $(LIBS3_ARCHIVE) $(COMMON_ARCHIVE)
	@mkdir -p $(@D)
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -o $@ $^ -lxml2 $(call libs_of,libcommon/deps)
$(BUILD)/obj/tests/bench/%.o: private PKG_CFLAGS += -iquote steps/parse-buildlog

.PHONY: accuracy
accuracy: ## print how good parse-buildlog is on labelled logs, with the limits (ACCURACY=--misses names them)
	@mk/ensure-packages build test
	@$(MAKE) all
	@BUILD=$(BUILD) BIN=$(BIN) CONFIG=$(CONFIG) tests/accuracy/run $(ACCURACY)
