# SPDX-License-Identifier: GPL-3.0-or-later
# As C: the rule files, as they are and as a table, and the table of Debian's packages.

RULE_FILES := $(sort $(wildcard steps/parse-buildlog/rules/*.json))
RULES_GENERATED := $(BUILD)/gen/parse-buildlog
GENERATED_parse-buildlog := $(addprefix $(RULES_GENERATED)/,embedded_rules.c rule_table.c debian_table.c)
BUILD_TIME_parse-buildlog := generate.c
# All of the step that needs no table.
GENERATE_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out %/main.c %/rules_built_in.c, \
    $(wildcard steps/parse-buildlog/*.c steps/parse-buildlog/*/*.c)))

$(RULES_GENERATED)/embedded_rules.c: steps/parse-buildlog/embed-rules $(RULE_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/parse-buildlog/embed-rules $(RULE_FILES) > $@

$(RULES_GENERATED)/generate: $(GENERATE_OBJECTS) $(RULES_GENERATED)/embedded_rules.o \
    $(RULES_GENERATED)/debian_table.o $(BUILD)/libcommon.a
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -o $@ $(filter %.o %.a,$^) $(call libs_of,steps/parse-buildlog/deps libcommon/deps)

$(RULES_GENERATED)/rule_table.c: $(BUILD)/gen/parse-buildlog/generate
	$Q$(call say,generate,$@)$< > $@.part && mv $@.part $@

$(RULES_GENERATED)/debian_table.c: steps/parse-buildlog/packages/debian.tsv
	@mkdir -p $(@D)
	$Q$(call say,embed,$@){ printf '#include "debian.h"\nconst unsigned char debian_table[] = {\n'; \
	    od -An -v -tu1 -w64 $< | sed 's/ *\([0-9][0-9]*\)/\1,/g'; \
	    printf '};\nconst size_t debian_table_size = sizeof debian_table;\n'; } > $@
