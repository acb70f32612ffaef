/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exit statuses are an interface: Argo's retryStrategy reads them (and keeps 64
 * and 65 for itself).  They are sysexits.h's numbers where it has one that fits.
 * docs/errors.md is the page for users.
 */
#ifndef EXIT_STATUS_H
#define EXIT_STATUS_H

#include "error.h"

enum exit_status {
    EXIT_STATUS_DONE = 0,
    EXIT_STATUS_ANSWER = 1, /* done, and the answer is one that the caller wants to stop at */
    EXIT_STATUS_USAGE = 2,
    EXIT_STATUS_NO_INPUT = 66,      /* input missing, empty, or the step before failed */
    EXIT_STATUS_BUG = 70,           /* a fault of ours, or memory is out */
    EXIT_STATUS_LOCAL_IO = 74,      /* disk full, file unreadable */
    EXIT_STATUS_TRY_AGAIN = 75,     /* network, 5xx, 429: the only one worth a retry */
    EXIT_STATUS_MALFORMED = 76,     /* the other side's data is wrong */
    EXIT_STATUS_PERMISSION = 77,    /* authentication, authorisation */
    EXIT_STATUS_CONFIGURATION = 78, /* missing tool, policy, setting */
};

/* The one map from what went wrong to how the process ends. */
int exit_status_of(enum error_kind kind);

#endif
