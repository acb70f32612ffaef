/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse-buildlog --check-rules: which rules and which logs of good builds, and where the findings go. */
#ifndef CHECK_COMMAND_H
#define CHECK_COMMAND_H

#include <stdbool.h>

#include "error.h"

/*
 * Checks the rules of the folder (NULL: the built-in ones), on the logs of good builds in
 * success_logs too (NULL: the folder's "success", if there is one), and the lists of words in
 * its "endings", if there are any; writes what is wrong with them, a line each, to the file at
 * output (NULL: stdout); ERROR_MALFORMED if there is anything.
 */
bool check_command(const char *folder, const char *success_logs, const char *output,
                   struct error *err);

#endif
