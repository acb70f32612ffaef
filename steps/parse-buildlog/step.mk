# SPDX-License-Identifier: GPL-3.0-or-later
# The rule files, as they are and as a table, as C.

RULE_FILES := $(sort $(wildcard steps/parse-buildlog/rules/*.json))
RULES_GENERATED := $(BUILD)/gen/parse-buildlog
GENERATED_parse-buildlog := $(RULES_GENERATED)/embedded_rules.c $(RULES_GENERATED)/rule_table.c
BUILD_TIME_parse-buildlog := generate.c
# All of the step that needs no table.
GENERATE_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out %/main.c %/rules_built_in.c, \
    $(wildcard steps/parse-buildlog/*.c steps/parse-buildlog/*/*.c)))

$(RULES_GENERATED)/embedded_rules.c: steps/parse-buildlog/embed-rules $(RULE_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/parse-buildlog/embed-rules $(RULE_FILES) > $@

$(RULES_GENERATED)/generate: $(GENERATE_OBJECTS) $(RULES_GENERATED)/embedded_rules.o $(BUILD)/libcommon.a
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -o $@ $(filter %.o %.a,$^) $(call libs_of,steps/parse-buildlog/deps libcommon/deps)

$(RULES_GENERATED)/rule_table.c: $(BUILD)/gen/parse-buildlog/generate
	$Q$(call say,generate,$@)$< > $@.part && mv $@.part $@
