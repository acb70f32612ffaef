/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts about one candidate that all formats have. */
#include "redact.h"
#include "report.h"

void report_masked(struct strbuf *out, struct span text)
{
    redact_append(out, text);
}

/* FROM $base, with an ARG that has no value, is a frequent cause of odd names of images. */
static bool has_variable(const struct analysis *a, const struct candidate *candidate)
{
    struct span command;

    if (candidate->step == NO_STEP)
        return false;
    command = a->steps.items[candidate->step].command;
    return span_starts_with(command, "FROM ") && span_find_byte(command, '$') < command.len;
}

static void add_advice(struct report_cause *cause, const struct analysis *a,
                       const struct candidate *candidate)
{
    rule_advice(candidate->rule, cause->groups, &cause->advice);
    if (has_variable(a, candidate))
        strbuf_add_string(
            &cause->advice,
            " The FROM line has a variable: an ARG that FROM uses must stand before the"
            " first FROM, and needs a default or a --build-arg.");
    if (a->consequence && candidate == a->failure)
        strbuf_addf(
            &cause->advice,
            " It showed in an earlier step, which succeeded all the same: end such a step"
            " with an error (curl -f, set -e) where it fails. Line %llu tells what came of it.",
            (unsigned long long)a->consequence->line);
}

void report_cause_init(struct report_cause *cause, const struct analysis *a,
                       const struct candidate *candidate)
{
    cause->groups = candidate_groups(candidate);
    strbuf_init(&cause->title, LIMIT_LOG_TEXT);
    strbuf_init(&cause->advice, 2 * LIMIT_LOG_TEXT);
    strbuf_init(&cause->message, 4 * LIMIT_LOG_TEXT);
    candidate_title(candidate, cause->groups, &cause->title);
    add_advice(cause, a, candidate);
    report_masked(&cause->message, span_trim(span_of(candidate->text, candidate->text_len)));
}

void report_cause_release(struct report_cause *cause)
{
    json_decref(cause->groups);
    strbuf_release(&cause->title);
    strbuf_release(&cause->advice);
    strbuf_release(&cause->message);
}
