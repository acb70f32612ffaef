/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said of a log with rules of which there is one of each kind, for tests: their ids are the words that they
 * find (ROOTCAUSE, WRAPPER, GENERIC, ...; verdict_run.c has them).
 */
#ifndef VERDICT_RUN_H
#define VERDICT_RUN_H

#include "steps.h"

/* want: "outcome id@line", and the others of secondary. */
void verdict_check(const char *log, const char *want);
/* The same of a build of which the caller knows how it ended. */
void verdict_check_given(enum outcome given, const char *log, const char *want);

#endif
