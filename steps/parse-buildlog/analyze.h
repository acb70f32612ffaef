/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole way from a log to what is written of it, in a process that can do
 * nothing but read the one and write the other (sandbox.h).
 */
#ifndef ANALYZE_H
#define ANALYZE_H

#include "emit.h"
#include "stream.h"

/* rules, in and emit, which is open, are the caller's; ret_outcome is what the log tells of the build. */
bool analyze(struct rules *rules, struct stream *in, struct emit *emit, bool confined,
             enum outcome *ret_outcome, struct error *err);

#endif
