/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the package managers make of a log, as text, for tests.
 */
#ifndef MANAGER_RUN_H
#define MANAGER_RUN_H

#include "managers.h"
#include "strbuf.h"

/*
 * A line an entry: "manager action name version line", then what there is of
 * artifact=, size=, index=, by=, and FAILED or RECOVERED; and for each recovery
 * "first-last made good". A build that failed settles nothing at its end.
 */
void manager_run(struct span log, bool failed, struct strbuf *out);

/* The managers with a mark in the line. */
manager_set manager_marked(struct span line);

/* manager_run() of a build that did not fail gives want. */
void manager_check(const char *log, const char *want);

#endif
