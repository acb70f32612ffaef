/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How programs word it that they are done, that they failed, or that they go on: of
 * one line alone, without its prefixes.  The words are those of the tools themselves.
 *
 * Pure; nothing fails.
 */
#ifndef WORDING_H
#define WORDING_H

#include <stdbool.h>

#include "span.h"

/* True if text starts with one of the texts of starts, which NULL ends. */
bool wording_starts_with(struct span text, const char *const *starts);
/* A tool's word that all went well, or that it failed. */
bool wording_is_done(struct span text);
bool wording_is_failed(struct span text);
/* One after which the tool explains, and does no more. */
bool wording_is_fatal(struct span text);
/* "Usage: ..." */
bool wording_is_usage(struct span text);
/* "Node.js v20.1.0" alone; and a line of a trace of it, or the end of the object that was thrown. */
bool wording_is_node_version(struct span text);
bool wording_is_trace(struct span text);
/* A tool begins to work. */
bool wording_is_start(struct span text);
/* A failure is let pass: "continuing without it". */
bool wording_lets_pass(struct span text);
/* Where to read more of an error: it closes the text of that. */
bool wording_is_advice(struct span text);
/* A command that is shown before it runs, whatever its name sounds like. */
bool wording_is_command(struct span text);
/* A test that passed, or one that nobody expects to pass. */
bool wording_is_harmless(struct span text);
/* More of an error's text: a trace, code, an explanation, a tally, a heading. */
bool wording_is_more(struct span text);
/* The line after this one is more of it. */
bool wording_goes_on(struct span text);
/* "cp: ...": a program speaks of itself. */
bool wording_has_speaker(struct span text);
/* "ValueError: ...": what ends a program, but with a trace at its side; and those that always have one. */
bool wording_is_exception(struct span text);
bool wording_is_runtime(struct span text);

#endif
