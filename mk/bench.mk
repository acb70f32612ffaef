# SPDX-License-Identifier: GPL-3.0-or-later
# Measured claims: tests/bench/run makes its inputs and prints ratios.

.PHONY: bench
bench: ## measure against igzip and openssl on large inputs (BENCH=... is passed on)
	@mk/ensure-packages build bench
	@$(MAKE) all
	@BIN="$(CURDIR)/$(BIN)" tests/bench/run $(BENCH)
