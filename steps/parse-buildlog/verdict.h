/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what was gathered to what is said: did the build fail, why, and how sure is
 * that?  The candidates are the hits of rules in the steps that failed.  Where each
 * of them stands, and why, can be asked again later: --explain does.
 *
 *     analysis_judge(a);                          sets outcome, failure, secondary, confidence
 *     struct judgement j = judge(a, candidate);   of any candidate of a
 *
 * Everything here is a pure function of the analysis; nothing fails.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include "analysis.h"

/* Higher is nearer to the cause. */
enum standing {
    STANDING_RECOVERED, /* something later made good for it: never the cause */
    STANDING_BUILDER,   /* the builder's own word that a step failed, or its caller's */
    STANDING_GATED,     /* none of its tools can have run in its step */
    STANDING_WRAPPER,   /* a tool's word that something above failed */
    STANDING_YIELDS,    /* a cause, but a nearer one is there; or one that yields to any other */
    STANDING_ROOT,
};

struct judgement {
    enum standing standing;
    const struct candidate *to; /* which one it yields to, or NULL */
    bool of_caller;             /* it is of what called the builder, and stands after its failure */
};

struct judgement judge(const struct analysis *a, const struct candidate *candidate);
/* The same, the standing alone. */
enum standing judge_standing(const struct analysis *a, const struct candidate *candidate);
/* What may run in the candidate's step, as far as its command tells. */
toolset judge_tools(const struct analysis *a, const struct candidate *candidate);

#endif
