# SPDX-License-Identifier: GPL-3.0-or-later
# What documents must have, as their schemas say it, as C.

SCHEMA_FILES := $(sort $(wildcard libcommon/schema/*.schema.json steps/*/*.schema.json))
GENERATED_store-results := $(BUILD)/gen/store-results/required_keys.h

$(BUILD)/gen/store-results/required_keys.h: steps/store-results/embed-required $(SCHEMA_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/store-results/embed-required $(SCHEMA_FILES) > $@
