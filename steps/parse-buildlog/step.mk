# SPDX-License-Identifier: GPL-3.0-or-later
# As C: the files of rules and of words, as they are and as tables, and the tables of Debian's packages and of frequent texts.

# Beside the scan its time goes into many short functions of many files: 2 % of it is saved so.  (With all of them in
# one unit GCC sees reads of more bytes than there are, where a length is compared before.)
OPTIMIZE_parse-buildlog := -O3 -flto=auto -ffat-lto-objects -Wno-stringop-overread

RULE_FILES := $(sort $(wildcard steps/parse-buildlog/rules/*.json))
WORD_FILES := $(sort $(wildcard steps/parse-buildlog/rules/endings/*.json))
RULES_GENERATED := $(BUILD)/gen/parse-buildlog
GENERATED_parse-buildlog := $(addprefix $(RULES_GENERATED)/,embedded_rules.c embedded_words.c \
    rule_table.c word_table.c debian_table.c frequent_table.c)
BUILD_TIME_parse-buildlog := generate.c generate_words.c generate_text.c
# All of the step that needs no table of rules.
GENERATE_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o, \
    $(filter-out %/main.c %/rules_built_in.c %/generate_words.c, \
    $(wildcard steps/parse-buildlog/*.c steps/parse-buildlog/*/*.c)))
GENERATE_WORDS_OBJECTS := $(patsubst %,$(BUILD)/obj/steps/parse-buildlog/%.o, \
    generate_words generate_text words_read rule_folder kept)

$(RULES_GENERATED)/embedded_rules.c: steps/parse-buildlog/embed-files $(RULE_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/parse-buildlog/embed-files rules $(RULE_FILES) > $@

$(RULES_GENERATED)/embedded_words.c: steps/parse-buildlog/embed-files $(WORD_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/parse-buildlog/embed-files words $(WORD_FILES) > $@

$(RULES_GENERATED)/generate-words: $(GENERATE_WORDS_OBJECTS) $(RULES_GENERATED)/embedded_words.o \
    $(BUILD)/libcommon.a
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -o $@ $(filter %.o %.a,$^) $(call libs_of,libcommon/deps)

$(RULES_GENERATED)/generate: $(GENERATE_OBJECTS) $(RULES_GENERATED)/embedded_rules.o \
    $(addprefix $(RULES_GENERATED)/,embedded_words.o word_table.o debian_table.o \
    frequent_table.o) $(BUILD)/libcommon.a
	$Q$(call say,link,$@)$(CC) $(LDFLAGS_COMMON) -o $@ $(filter %.o %.a,$^) $(call libs_of,steps/parse-buildlog/deps libcommon/deps)

$(RULES_GENERATED)/rule_table.c: $(RULES_GENERATED)/generate
	$Q$(call say,generate,$@)$< > $@.part && mv $@.part $@

$(RULES_GENERATED)/word_table.c: $(RULES_GENERATED)/generate-words
	$Q$(call say,generate,$@)$< > $@.part && mv $@.part $@

# The bytes of a file as NAME_table, which NAME's header declares.
$(RULES_GENERATED)/debian_table.c: steps/parse-buildlog/packages/debian.tsv
$(RULES_GENERATED)/frequent_table.c: steps/parse-buildlog/texts/frequent.txt
$(RULES_GENERATED)/debian_table.c: EMBEDDED_HEADER := debian.h
$(RULES_GENERATED)/frequent_table.c: EMBEDDED_HEADER := frequency.h
$(RULES_GENERATED)/debian_table.c $(RULES_GENERATED)/frequent_table.c:
	@mkdir -p $(@D)
	$Q$(call say,embed,$@){ printf '#include "$(EMBEDDED_HEADER)"\nconst unsigned char $(basename $(@F))[] = {\n'; \
	    od -An -v -tu1 -w64 $< | sed 's/ *\([0-9][0-9]*\)/\1,/g'; \
	    printf '};\nconst size_t $(basename $(@F))_size = sizeof $(basename $(@F));\n'; } > $@
