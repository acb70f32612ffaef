# SPDX-License-Identifier: GPL-3.0-or-later
# The classifier files, as C.

CLASSIFIER_FILES := $(sort $(wildcard steps/extract-packages/classifiers/*.json))
GENERATED_extract-packages := $(BUILD)/gen/extract-packages/classifiers.h

$(GENERATED_extract-packages): steps/extract-packages/embed-classifiers $(CLASSIFIER_FILES)
	@mkdir -p $(@D)
	$Q$(call say,embed,$@)steps/extract-packages/embed-classifiers $(CLASSIFIER_FILES) > $@
