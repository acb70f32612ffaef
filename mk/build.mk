# SPDX-License-Identifier: GPL-3.0-or-later
# libcommon, the steps and their manuals; everything out of tree in $(BUILD).
#
# A step is a folder steps/<step>/ with a main.c.  Its sources are steps/<step>/*.c and
# steps/<step>/*/*.c; all but main.c go into $(BUILD)/steps/<step>.a, which the unit tests
# link too.  steps/<step>/step.mk, where there is one, may set
#   GENERATED_<step> := $(BUILD)/gen/<step>/x.c ...   sources (.c) and headers (.h) that are
#                       made by its own rules; the .c are compiled into the step's archive,
#                       and no source of the step is compiled before the .h are there
#   BUILD_TIME_<step> := x.c ...                      programs of its own that run during
#                       the build: no part of the step's archive
#   LDFLAGS_<step>   := ...                           further words for its link
#   OPTIMIZE_<step>  := ...                           further words for its objects, and for the
#                       link of its program, where CONFIG is release

# One short line a file; V=1 shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,echo '$1 $2'; )

STEPS := $(sort $(patsubst steps/%/main.c,%,$(wildcard steps/*/main.c)))
STEP_FOLDERS := $(sort $(patsubst steps/%/,%,$(wildcard steps/*/)))
-include $(wildcard steps/*/step.mk)

COMMON_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard libcommon/*.c)) $(LIBS3_OBJECT)
COMMON_ARCHIVE := $(BUILD)/libcommon.a
BANNED := $(wildcard libcommon/banned.h)

# $(call step_of,PATH): the step that steps/<step>/..., gen/<step>/... or
# tests/.../<step>/x.c belongs to, or nothing.
step_of = $(firstword $(filter $(STEP_FOLDERS),$(subst /, ,$1)))
optimize = $(if $(filter release,$(CONFIG)),$(OPTIMIZE_$1))
quote_step = $(foreach s,$(call step_of,$1),-iquote steps/$s -iquote $(BUILD)/gen/$s)
compile = $(call say,$(CC),$<)$(CC) $(CFLAGS_COMMON) $(PKG_CFLAGS) $1 -MMD -MP -MF $(@:.o=.d) -c -o $@ $<
CFLAGS_OURS := $(addprefix -include ,$(BANNED))

.PHONY: programs manuals FORCE
programs: $(STEPS:%=$(BIN)/%) $(STEP_FOLDERS:%=$(BUILD)/steps/%.a) $(COMMON_ARCHIVE)
manuals: $(patsubst %.scd,build/man/%,$(notdir $(wildcard steps/*/*.1.scd)))

# Everything is rebuilt when the flags change: the stamp holds them.
FLAGS_STAMP := $(BUILD)/flags
ALL_FLAGS = $(CC) $(CFLAGS_COMMON) $(PKG_CFLAGS) $(LDFLAGS_COMMON) $(foreach s,$(STEPS),$(OPTIMIZE_$s))
$(FLAGS_STAMP): FORCE | check-deps
	@mkdir -p $(@D)
	@echo $(call shell_quote,$(ALL_FLAGS)) | cmp -s - $@ || echo $(call shell_quote,$(ALL_FLAGS)) > $@
shell_quote = '$(subst ','\'',$1)'

$(BUILD)/obj/%.o: %.c $(FLAGS_STAMP)
	@mkdir -p $(@D)
	$Q$(call compile,$(CFLAGS_OURS) $(call quote_step,$*) $(if $(filter steps/%,$*),$(call optimize,$(call step_of,$*))))

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c $(FLAGS_STAMP)
	$Q$(call compile,$(CFLAGS_OURS) $(call quote_step,$*) $(call optimize,$(call step_of,$*)))

# An archive is made anew: `ar r` alone would keep the members of deleted sources.
archive = mkdir -p $(@D) && rm -f $@ && $(AR) rcsD $@ $(filter %.o,$^)
$(COMMON_ARCHIVE): $(COMMON_OBJECTS) | check-deps
	@$(archive)

# $(eval $(call step_rules,STEP))
define step_rules
SOURCES_$1 := $$(sort $$(wildcard steps/$1/*.c steps/$1/*/*.c))
OBJECTS_$1 := $$(patsubst %.c,$$(BUILD)/obj/%.o,$$(SOURCES_$1))
GENERATED_OBJECTS_$1 := $$(patsubst %.c,%.o,$$(filter %.c,$$(GENERATED_$1)))
$$(OBJECTS_$1) $$(GENERATED_OBJECTS_$1): | $$(filter %.h,$$(GENERATED_$1))
$$(BUILD)/steps/$1.a: $$(filter-out %/$1/main.o $$(addprefix %/$1/,$$(BUILD_TIME_$1:.c=.o)),$$(OBJECTS_$1)) $$(GENERATED_OBJECTS_$1)
	@$$(archive)
$$(BIN)/$1: $$(BUILD)/obj/steps/$1/main.o $$(BUILD)/steps/$1.a $$(COMMON_ARCHIVE) $$(wildcard steps/$1/deps)
	@mkdir -p $$(@D)
	$Q$$(call say,link,$$@)$$(CC) $$(LDFLAGS_COMMON) $$(call optimize,$1) $$(LDFLAGS_$1) -o $$@ $$(filter %.o %.a,$$^) $$(call libs_of,steps/$1/deps)
-include $$(OBJECTS_$1:.o=.d) $$(GENERATED_OBJECTS_$1:.o=.d)
endef
$(foreach s,$(STEP_FOLDERS),$(eval $(call step_rules,$s)))
-include $(COMMON_OBJECTS:.o=.d)

define manual_rule
build/man/$(notdir $(1:.scd=)): $1
	@mkdir -p $$(@D)
	@command -v scdoc >/dev/null || { echo "make: scdoc is missing: 'mk/ensure-packages build'" >&2; exit 1; }
	$Q$$(call say,scdoc,$$@)scdoc < $$< > $$@
endef
$(foreach m,$(wildcard steps/*/*.1.scd),$(eval $(call manual_rule,$m)))
