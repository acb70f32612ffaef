/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole way from a log to what is written of it, in a process that can do
 * nothing but read the one and write the other (sandbox.h).
 */
#ifndef ANALYZE_H
#define ANALYZE_H

#include "emit.h"
#include "stream.h"

/*
 * rules, in and emit, which is open, are the caller's.  outcome holds how the build ended, where the
 * caller knows it, else OUTCOME_UNKNOWN, and then what is held of it.
 */
bool analyze(struct rules *rules, struct stream *in, struct emit *emit, bool confined,
             enum outcome *outcome, struct error *err);

#endif
