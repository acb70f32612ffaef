# SPDX-License-Identifier: GPL-3.0-or-later
# tests/checks/run says one line a check; each check is one script of tests/checks.

.PHONY: lint
lint: ## all checks: format, clang-tidy, cppcheck, shellcheck, layering, sizes, schemas ...
	@mk/ensure-packages build lint
	@$(MAKE) all
	@BUILD=$(BUILD) BIN=$(BIN) tests/checks/run $(CHECK)

# What clang's tools and gcc -fsyntax-only need to read a source of ours.
.PHONY: print-lint-cflags print-lint-warnings
print-lint-warnings:
	@echo '$(filter-out -Werror,$(WARNINGS)) $(WARNINGS_CLANG)'
print-lint-cflags:
	@echo '-std=gnu11 -DBUILD_ANALYSIS_VERSION="$(VERSION)" -pthread -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -iquote libcommon $(CFLAGS_OURS) $(PKG_CFLAGS)'
