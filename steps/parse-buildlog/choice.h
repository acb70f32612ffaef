/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Of several candidates the one that is told as the cause, and why it is that one.
 *
 * Pure functions of the analysis; nothing fails.
 */
#ifndef CHOICE_H
#define CHOICE_H

#include "verdict.h"

/* The candidate of a that is nearest to the cause; NULL where none is, as all were made good for. */
const struct candidate *choice(const struct analysis *a);

/* Why of several candidates of one standing another one was chosen. */
enum preference {
    PREFERRED_ITSELF,
    PREFERRED_BEFORE_TRAP, /* this one is of what a trap printed to help */
    PREFERRED_TEST,        /* a test failed before; this one was but logged by what was tested */
    PREFERRED_EARLIER,     /* its tool tells the cause first */
    PREFERRED_LATER,       /* the step's last word counts */
    PREFERRED_INNERMOST,   /* it is the last of a chain of causes */
    PREFERRED_ORIGINAL,    /* this one only repeats it */
};
/* Of a candidate with the standing of a->failure, the chosen one. */
enum preference choice_preference(const struct analysis *a, const struct candidate *candidate);

#endif
