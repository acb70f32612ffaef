/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document (report.h): each member of its result, in the order of the schema. */
#include "report.h"

#include "builder.h"
#include "masked.h"
#include "report_legacy.h"

static void line_member(struct json_out *w, const char *key, uint64_t value)
{
    json_out_member_int(w, key, (int64_t)value);
}

/* ---- steps ---- */

static void write_step(struct json_out *w, const struct step *step)
{
    static const char *const statuses[] = {
        [STEP_UNKNOWN] = "unknown", [STEP_SUCCEEDED] = "succeeded", [STEP_FAILED] = "failed"};

    json_out_object(w);
    masked_member(w, "name", step->name);
    masked_member(w, "command", step->command);
    json_out_member_cstring(w, "status", statuses[step->status]);
    if (step->exit_code >= 0)
        json_out_member_int(w, "exit_code", step->exit_code);
    else
        json_out_member_null(w, "exit_code");
    json_out_key(w, "seconds");
    if (step->milliseconds >= 0)
        json_out_double(w, (double)step->milliseconds / 1000);
    else
        json_out_null(w);
    json_out_member_bool(w, "cached", step->cached);
    line_member(w, "first_line", step->first_line);
    line_member(w, "last_line", step->last_line);
    json_out_end(w);
}

static void write_steps(struct json_out *w, const struct steps *steps)
{
    json_out_key(w, "steps");
    json_out_array(w);
    for (size_t i = 0; i < steps->count; i++)
        write_step(w, &steps->items[i]);
    json_out_end(w);
}

/* ---- packages and images ---- */

static void write_package(struct json_out *w, const struct package *package)
{
    json_out_object(w);
    json_out_member_cstring(w, "manager", package->manager);
    masked_member(w, "name", package->name);
    masked_member(w, "version", package->version);
    json_out_member_cstring(w, "action", package_action_name(package->action));
    masked_member(w, "artifact", package->artifact);
    masked_member(w, "size", package->size);
    masked_member(w, "index", package->index);
    json_out_key(w, "requested_by");
    json_out_array(w);
    if (package->requested_by.len)
        masked_string(w, package->requested_by);
    json_out_end(w);
    line_member(w, "line", package->line);
    json_out_end(w);
}

static void write_packages(struct json_out *w, const struct packages *packages)
{
    json_out_key(w, "packages");
    json_out_array(w);
    for (size_t i = 0; i < packages->count; i++)
        write_package(w, &packages->items[i]);
    json_out_end(w);
}

static void write_images(struct json_out *w, const struct steps *steps)
{
    json_out_key(w, "images");
    json_out_object(w);
    json_out_key(w, "base");
    json_out_array(w);
    for (size_t i = 0; i < steps->base_count; i++)
        masked_string(w, steps->bases[i]);
    json_out_end(w);
    masked_member(w, "output", steps->output);
    json_out_end(w);
}

/* ---- the failure ---- */

static void write_excerpt(struct json_out *w, const struct candidate *candidate)
{
    json_out_key(w, "excerpt");
    json_out_array(w);
    for (size_t i = 0; i < candidate->excerpt_count; i++) {
        const struct excerpt_line *line = &candidate->excerpt[i];

        json_out_object(w);
        line_member(w, "line", line->number);
        json_out_key(w, "text");
        masked_string(w, span_of(line->text, line->len));
        json_out_end(w);
    }
    json_out_end(w);
}

static void write_cause(struct json_out *w, const struct candidate *candidate,
                        const struct report_cause *cause)
{
    json_out_member_cstring(w, "id", candidate->rule->id);
    json_out_member(w, "title", strbuf_span(&cause->title));
    json_out_member_cstring(w, "stage", candidate->rule->stage);
    json_out_member(w, "message", strbuf_span(&cause->message));
    json_out_member_value(w, "groups", cause->groups);
    line_member(w, "line", candidate->line);
    line_member(w, "byte_offset", candidate->offset);
}

static void write_failure(struct json_out *w, const struct analysis *a)
{
    const struct candidate *failure = a->failure;
    struct report_cause cause;

    json_out_key(w, "failure");
    if (!failure) {
        json_out_null(w);
        return;
    }
    report_cause_init(&cause, a, failure);
    json_out_object(w);
    write_cause(w, failure, &cause);
    write_excerpt(w, failure);
    json_out_key(w, "step");
    if (failure->step == NO_STEP)
        json_out_null(w);
    else
        masked_string(w, a->steps.items[failure->step].name);
    json_out_key(w, "confidence");
    json_out_double(w, a->confidence);
    json_out_member(w, "advice", strbuf_span(&cause.advice));
    json_out_end(w);
    report_cause_release(&cause);
}

static void write_other(struct json_out *w, const struct analysis *a,
                        const struct candidate *candidate)
{
    static const char *const ranks[] = {"noise", "wrapper", "root"};
    struct report_cause cause;

    report_cause_init(&cause, a, candidate);
    json_out_object(w);
    write_cause(w, candidate, &cause);
    json_out_member_cstring(w, "rank", ranks[candidate->rule->rank]);
    json_out_member_bool(w, "recovered", candidate->recovered);
    json_out_end(w);
    report_cause_release(&cause);
}

static void write_secondary(struct json_out *w, const struct analysis *a)
{
    json_out_key(w, "secondary");
    json_out_array(w);
    for (size_t i = 0; i < a->secondary_count; i++)
        write_other(w, a, a->secondary[i]);
    json_out_end(w);
}

static void write_warnings(struct json_out *w, const struct analysis *a)
{
    struct report_warning warning;
    size_t index = 0;

    json_out_key(w, "warnings");
    json_out_array(w);
    while (report_next_warning(a, &index, &warning)) {
        json_out_object(w);
        json_out_member_cstring(w, "code", warning.code);
        json_out_member_cstring(w, "message", warning.text);
        if (warning.line)
            line_member(w, "line", warning.line);
        json_out_end(w);
    }
    json_out_end(w);
}

/* Under the same names as in an observation. */
static void write_outcomes(struct json_out *w, const struct analysis *a)
{
    json_out_key(w, "outcomes");
    json_out_object(w);
    json_out_member_cstring(w, "request",
                            a->given == OUTCOME_UNKNOWN ? NULL : outcome_name(a->given));
    json_out_member_cstring(w, "log", outcome_name(a->log_outcome));
    json_out_end(w);
}

void report_json(const struct analysis *a, struct json_out *w)
{
    json_out_member_cstring(w, "outcome", outcome_name(a->outcome));
    write_outcomes(w, a);
    json_out_member_cstring(w, "builder", builder_name(a->steps.builder));
    write_failure(w, a);
    write_secondary(w, a);
    write_steps(w, &a->steps);
    write_packages(w, &a->packages);
    write_images(w, &a->steps);
    report_legacy(a, w);
    write_warnings(w, a);
    json_out_member_cstring(w, "rules_version", a->rules->version);
    line_member(w, "lines", a->lines);
}
