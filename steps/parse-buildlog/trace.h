/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a program threw: whether its trace stands beside the line that tells it, and whether that ended the
 * program or somebody caught it.
 *
 * Pure; nothing fails.  text is the line's, without its prefixes.
 */
#ifndef TRACE_H
#define TRACE_H

#include "analysis.h"

/*
 * What ended a program has a trace or its code above, Go's, SCons', Java's and .NET's below; else it is a text that
 * was printed.
 */
bool trace_stands_beside(const struct analysis *a, const struct log_line *line, struct span text);
/*
 * What was thrown and caught by whoever ran it: a test that nobody expects to pass, Python itself, the supervisor of
 * an Erlang process, or make, where it shows "! x", which is to fail; and what is but warned of.
 */
bool trace_is_caught(const struct analysis *a, const struct log_line *line, struct span text);
/* What stands under the trace of a Python program is what ended it, whatever its class is called. */
bool trace_is_thrown(const struct analysis *a, const struct log_line *line, struct span text);
/* Node.js ends with its version when nobody caught what was thrown, which stands above with its trace. */
bool trace_is_uncaught(const struct analysis *a, const struct log_line *line, struct span text);
/* Ruby's trace of what nobody caught; what was printed before it may come after it, through a pipe. */
bool trace_is_ruby(const struct analysis *a, const struct log_line *line, struct span text);
/* "main.load(0xc0001, {0x0, 0x0})" or "created by main.run": a frame of Go's trace, with its place below. */
bool trace_is_go_frame(const struct analysis *a, const struct log_line *line, struct span text);

#endif
