/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands that a RUN instruction, or a line of a CI script, starts: enough of
 * the shell's grammar to tell which programs run, and no more.
 *
 *     struct shell shell;
 *     struct shell_command command;
 *     shell_init(&shell, SPAN_LITERAL("RUN apt-get update && sudo pip3 install x"));
 *     while (shell_next(&shell, &command))
 *         ...                                      "apt-get", then "pip"
 *
 * Taken off are sudo, env, time ... with their options, assignments, folders, and
 * versions at the end of a name (pip3.11, gcc-12); `sh -c "..."` and `python -m pip`
 * are what they start.  Spans are of the text given.  Work is linear; nothing fails:
 * what is not understood is handed on as a command of that name, or as opens.
 */
#ifndef SHELL_H
#define SHELL_H

#include <stdbool.h>

#include "span.h"

struct shell {
    struct span rest;
    bool exec_form; /* RUN ["pip", "install"] */
};

struct shell_command {
    struct span name;
    struct span arguments; /* up to the next command */
    bool opens;            /* a script, or what a variable names: anything may run */
};

/* text is a RUN instruction, with or without the word RUN and its options. */
void shell_init(struct shell *shell, struct span text);
/* The next command; false when there are no more. */
bool shell_next(struct shell *shell, struct shell_command *ret);

#endif
