/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Talk on stderr: one line an event, "step: level: text", or with
 * --log-format json one object {"time","level","step","message"} a line.
 * Control characters are masked.  Secrets are never passed in.
 *
 * The format, the level and the step's name are process-wide, set once by
 * cli_main before threads start.  Only main.c files and cli.c call this; all
 * other code returns errors or puts warnings into the document.
 */
#ifndef LOG_H
#define LOG_H

#include <stdbool.h>

#include "error.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO };

/* step: the name at the start of each line, kept by reference. */
void log_init(const char *step, enum log_level most, bool json);
/* True when lines are JSON: nothing else may be written between them. */
bool log_is_json(void);
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));
/*
 * Says err (nothing when it is ERROR_NONE or ERROR_CLOSED_PIPE, or has no message as it was said
 * already) and returns the exit status for it.
 */
int log_failure(const struct error *err);

#endif
