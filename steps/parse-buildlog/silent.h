/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps that failed and said nothing: what the exit status means of the command
 * that ended with it ("exit" of the rules).
 */
#ifndef SILENT_H
#define SILENT_H

#include "rules.h"

/*
 * The rule for the last command of a step that may have ended with this code, and in
 * *ret_command its name, of the text of step; NULL when no rule knows one.
 */
const struct rule *silent_find(const struct rules *rules, struct span step, int code,
                               struct span *ret_command);

#endif
