# SPDX-License-Identifier: GPL-3.0-or-later
# The rule files, as C.

RULE_FILES := $(sort $(wildcard steps/parse-buildlog/rules/*.json))
GENERATED_parse-buildlog := $(BUILD)/gen/parse-buildlog/embedded_rules.c

$(GENERATED_parse-buildlog): steps/parse-buildlog/embed-rules $(RULE_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/parse-buildlog/embed-rules $(RULE_FILES) > $@
