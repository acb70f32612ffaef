/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyze.h"

#include "input.h"
#include "sandbox.h"

struct work {
    struct rules *rules;
    struct stream *in;
    struct emit *emit;
    enum outcome *outcome; /* as it was given, then as it is held to be; shared by both processes */
};

static bool read_and_write(void *context, struct error *err)
{
    const struct work *work = context;
    CLEANUP(cleanup_analysis) struct analysis *a = analysis_new(work->rules, *work->outcome);

    if (!input_read(work->in, a, &work->emit->identity, err))
        return false;
    analysis_finish(a);
    *work->outcome = a->outcome;
    return emit_analysis(a, work->emit, err);
}

bool analyze(struct rules *rules, struct stream *in, struct emit *emit, bool confined,
             enum outcome *outcome, struct error *err)
{
    struct work work = {rules, in, emit, sandbox_share(sizeof *work.outcome)};
    bool done;

    *work.outcome = *outcome;
    done = confined ? sandbox_run(read_and_write, &work, SANDBOX_DATA_AND_CODE, NULL, err)
                    : read_and_write(&work, err);

    /* The confined process wrote it. */
    *outcome = *work.outcome <= OUTCOME_FAILED ? *work.outcome : OUTCOME_UNKNOWN;
    sandbox_unshare(work.outcome, sizeof *work.outcome);
    return done;
}
