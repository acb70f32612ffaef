# SPDX-License-Identifier: GPL-3.0-or-later
# The classifier files and the SPDX lists, as C.

CLASSIFIER_FILES := $(sort $(wildcard steps/extract-packages/classifiers/*.json))
SPDX_FILES := $(sort $(wildcard steps/extract-packages/spdx/*.txt))
GENERATED_extract-packages := $(BUILD)/gen/extract-packages/classifiers.h \
    $(BUILD)/gen/extract-packages/spdx_ids.h

$(BUILD)/gen/extract-packages/classifiers.h: steps/extract-packages/embed-classifiers $(CLASSIFIER_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/extract-packages/embed-classifiers $(CLASSIFIER_FILES) > $@

$(BUILD)/gen/extract-packages/spdx_ids.h: steps/extract-packages/embed-spdx-ids $(SPDX_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/extract-packages/embed-spdx-ids $(SPDX_FILES) > $@
