# SPDX-License-Identifier: GPL-3.0-or-later
# Configurations, compilers and warnings.  Warnings are errors everywhere.

ifeq ($(filter $(CONFIG),release debug asan fuzz),)
$(error CONFIG must be release, debug, asan or fuzz, not '$(CONFIG)')
endif

WARNINGS := -Werror -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
    -Wstrict-prototypes -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition \
    -Wformat=2 -Wwrite-strings -Wcast-qual -Wcast-align -Wpointer-arith -Wvla -Walloca -Wundef \
    -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference -Wdouble-promotion -Wunused-macros
WARNINGS_GCC := -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wformat-signedness \
    -Warith-conversion -Wstringop-overflow=4
WARNINGS_CLANG := -Wcomma
# A frame of 8 KiB leaves room for deep call chains on threads' stacks; the sanitizers
# pad frames with red zones, so they are not judged by it.
WARNINGS_FRAME := -Wframe-larger-than=8192

# cmocka hands every test a state argument; its frames hold inputs and run on a large stack.
WARNINGS_TESTS := -Wno-unused-parameter -Wno-frame-larger-than

CC_release := gcc
CC_debug := gcc
CC_asan := gcc
CC_fuzz := clang

HARDENING := -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
    -fPIE -ftrivial-auto-var-init=zero
# Control-flow protection exists on x86 only; elsewhere gcc refuses the option.
ifeq ($(shell uname -m),x86_64)
HARDENING += -fcf-protection
# For any x86-64 still; but structures are set without "rep stos", which takes thirty cycles to begin.
TUNING := -mtune=haswell
endif
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

CFLAGS_release := -O2 $(TUNING) -g $(HARDENING) $(WARNINGS_GCC) $(WARNINGS_FRAME)
CFLAGS_debug := -O0 -g3 $(WARNINGS_GCC) $(WARNINGS_FRAME)
CFLAGS_asan := -O1 -g $(SANITIZE) $(WARNINGS_GCC)
CFLAGS_fuzz := -O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link $(WARNINGS_CLANG)

# Packed relocations (glibc 2.36) are read at each start: parse-buildlog's tables have 49,000, 1.2 MB of them as they are.
# What is to be optimized at link time says so (OPTIMIZE_<step>); its objects are good for other links, too.
LDFLAGS_release := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,pack-relative-relocs -fno-lto
LDFLAGS_debug :=
LDFLAGS_asan := $(SANITIZE)
LDFLAGS_fuzz := $(SANITIZE)

CC := $(CC_$(CONFIG))
AR := ar
# EXTRA_CFLAGS is the caller's, for a packager's or a developer's own switches.
EXTRA_CFLAGS ?=
# Our headers are found by quotes only: libcommon/limits.h must not hide <limits.h>.
CFLAGS_COMMON := -std=gnu11 -pthread -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 $(WARNINGS) \
    $(CFLAGS_$(CONFIG)) -ffile-prefix-map=$(CURDIR)=. -iquote libcommon \
    '-DBUILD_ANALYSIS_VERSION="$(VERSION)"' $(EXTRA_CFLAGS)
LDFLAGS_COMMON := -pthread -Wl,--as-needed $(LDFLAGS_$(CONFIG))
