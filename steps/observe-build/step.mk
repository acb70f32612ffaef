# SPDX-License-Identifier: GPL-3.0-or-later
# The style and the script of the HTML report, as C: by bytes, as a string literal of C has 4,095 at most.

GENERATED_observe-build := $(BUILD)/gen/observe-build/html_assets.h

embed_bytes = printf 'static const char %s[] = {' $1 && od -An -v -tu1 $2 | sed 's/ *\([0-9]\{1,\}\)/\1,/g' && echo '0};'

REPORT := steps/observe-build/report/report
$(BUILD)/gen/observe-build/html_assets.h: $(REPORT).css $(REPORT).js steps/observe-build/step.mk
	@mkdir -p $(@D)
	$Q$(call say,embed,$@){ $(call embed_bytes,report_css,$(REPORT).css) && \
	    $(call embed_bytes,report_js,$(REPORT).js); } > $@
