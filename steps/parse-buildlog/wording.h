/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How programs word it that they begin, go on, or let a failure pass, and the forms of
 * their errors: of one line alone, without its prefixes.  Fixed texts are words.h's.
 *
 * Pure; nothing fails.
 */
#ifndef WORDING_H
#define WORDING_H

#include <stdbool.h>

#include "span.h"

bool wording_is_letter(char c); /* of ASCII */
bool wording_is_digit(char c);
bool wording_is_blank(char c); /* or a tab */
/* How many bytes of text, from its start, are such. */
size_t wording_run(struct span text, bool (*is_it)(char c));
/* How many digits text starts with. */
size_t wording_digits(struct span text);
/* True if text starts with one of the texts of starts, which NULL ends. */
bool wording_starts_with(struct span text, const char *const *starts);
/* "Usage: ..." */
bool wording_is_usage(struct span text);
/* "Node.js v20.1.0" alone; and a line of a trace of it, or the end of the object that was thrown. */
bool wording_is_node_version(struct span text);
bool wording_is_trace(struct span text);
/* "> invoices@1.0.0 test", as npm heads what a script prints. */
bool wording_is_script(struct span text);
/* "Failures:", below which RSpec tells them: above it stand those that were expected. */
bool wording_heads_failures(struct span text);
/* A tool begins to work. */
bool wording_is_start(struct span text);
/* A failure is let pass: "continuing without it". */
bool wording_lets_pass(struct span text);
/* Where to read more of an error: it closes the text of that. */
bool wording_is_advice(struct span text);
/* "me@host:~/web$ ", "[me@host web]# ", "PS C:\\web>": a shell waits for a command, at the end of what was pasted. */
bool wording_is_prompt(struct span text);
/*
 * "# cargo --version", "me@host:~/web$ uname -a" at a prompt: asked by who tells of a build, below what it printed.
 * A bare "$ " before it is also how scripts show their own commands.
 */
bool wording_asks(struct span text);
/* A command that is shown before it runs, whatever its name sounds like. */
bool wording_is_command(struct span text);
/* A test that passed, or one that nobody expects to pass; the latter's mark alone. */
bool wording_is_harmless(struct span text);
bool wording_is_expected(struct span text);
/* "error: ...", as a program says it that does not say its name. */
bool wording_is_bare_error(struct span text);
/* A list of values, whatever these say. */
bool wording_is_value(struct span text);
/* "Failed to ...", "Could not ...": a sentence that begins with what could not be done. */
bool wording_is_refusal(struct span text);
/* "go: ...", but what it tells of its downloads: the go command's errors have no other word. */
bool wording_is_of_go(struct span text);
/* "./run: line 9: local: can only be used in a function": what bash says with a line is an error, but for a warning. */
bool wording_is_of_bash(struct span text);
/* "2 of 3 checks failed", "Aborting.": a whole line that says no more than that it failed. */
bool wording_is_statement(struct span text);
/* "stage 2 failed at line 17": what a trap of a shell reports, before it prints what may help. */
bool wording_is_trap(struct span text);
/* "cp: ...": a program speaks of itself. */
bool wording_has_speaker(struct span text);
/* "ValueError: ...": what ends a program, but with a trace at its side. */
bool wording_is_exception(struct span text);
/* "TypeError: ...": one that always has a trace, whatever rule knows the text. */
bool wording_is_runtime(struct span text);
/* "concurrent.futures.process.BrokenProcessPool: ...", "KeyboardInterrupt": a class of Python's, and what it tells. */
bool wording_is_class(struct span text);

#endif
