/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which tools run in a step: by the commands that it starts, and by what they
 * print.  A rule fires only where one of its tools can have printed the line.
 *
 * A set of tools is one word, so it is passed by value and never fails.  What a
 * step's command does not tell (a script, make, no command at all) may be any
 * tool: TOOLS_ALL.
 */
#ifndef TOOLS_H
#define TOOLS_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"
#include "strbuf.h"

typedef uint64_t toolset;

#define TOOLS_NONE UINT64_C(0)
#define TOOLS_ALL UINT64_MAX

/* The tools of a rule's "tools": names as docs/rules.md lists them; NULL ends the list. */
toolset tools_of_names(const char *const *names);
/* False for a name that is in no row of the table. */
bool tools_know(const char *name);
/* What may print lines while this step of a build runs: its commands, and what they start. */
toolset tools_of_step(struct span command);
/* Appends the names of the tools that are in set, for people: "apt, dpkg". */

void tools_append(toolset set, struct strbuf *out);

enum tool_word {
    TOOL_RUNS,
    TOOL_LISTS, /* it runs, and the line is one of a package manager's (managers.h), which shows it, too */
    TOOL_DONE, /* it has finished its work well, whatever it said before */
};

/* What tools print that shows they run: text at the start of a line, after blanks. */
struct tool_mark {
    const char *text;
    toolset tools;
    enum tool_word word;
};
/* The last one has NULL as text: for a scanner of fixed texts. */
extern const struct tool_mark tool_marks[];
/* The mark that this line starts with, or NULL. */
const struct tool_mark *tools_find_mark(struct span line);

#endif
