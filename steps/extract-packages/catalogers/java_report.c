/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_report.h"

#include "json_in.h"
#include "text.h"

void java_report_begin(struct java_report *report, struct json_out *facts)
{
    *report = (struct java_report){.facts = facts,
                                   .seen = json_new_object(),
                                   .problems = json_new_array()};
    json_out_object(facts);
    json_out_key(facts, "packages");
    json_out_array(facts);
}

/* "group:artifact", or the artifact alone. */
static void add_name(struct strbuf *out, const struct maven_id *id)
{
    text_append_utf8(out, strbuf_span(&id->group));
    if (id->group.len)
        strbuf_add_byte(out, ':');
    text_append_utf8(out, strbuf_span(&id->artifact));
}

static bool is_new(struct java_report *report, const struct strbuf *name, const struct maven_id *id)
{
    /* Of bytes that are no text each needs three. */
    STRBUF_AUTO(key, 12 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&key, strbuf_span(name));
    strbuf_add_byte(&key, ':');
    text_append_utf8(&key, strbuf_span(&id->version));
    if (json_object_get(report->seen, key.data))
        return false;
    json_put_take(report->seen, key.data, json_true());
    return true;
}

void java_report_package(struct java_report *report, const struct maven_id *id, struct span at,
                         const json_t *licenses, bool guessed)
{
    STRBUF_AUTO(name, 8 * LIMIT_PACKAGE_NAME);
    add_name(&name, id);
    if (!is_new(report, &name, id))
        return;
    if (json_object_size(report->seen) > LIMIT_JAVA_PACKAGES) {
        java_report_problem(report, "too-large", at, "more packages than are listed of one file");
        return;
    }
    json_out_object(report->facts);
    json_out_member(report->facts, "name", strbuf_span(&name));
    json_out_member(report->facts, "version", strbuf_span(&id->version));
    json_out_member(report->facts, "at", at);
    if (json_array_size(licenses))
        json_out_member_value(report->facts, "licenses", licenses);
    if (guessed)
        json_out_member_bool(report->facts, "guessed", true);
    json_out_end(report->facts);
}

void java_report_problem(struct java_report *report, const char *code, struct span at,
                         const char *message)
{
    json_t *problem;

    if (report->problem_count++ >= LIMIT_DATABASE_PROBLEMS)
        return;
    problem = json_new_object();
    json_put_string(problem, "code", span_string(code));
    json_put_string(problem, "at", at);
    json_put_string(problem, "message", span_string(message));
    json_append_take(report->problems, problem);
}

void java_report_nameless(struct java_report *report, struct span at)
{
    if (!report->nameless++)
        report->first_nameless = json_new_string(at);
}

void java_report_end(struct java_report *report)
{
    struct json_out *facts = report->facts;

    json_out_end(facts);
    if (report->problem_count) {
        json_out_member_value(facts, "problems", report->problems);
        json_out_member_int(facts, "problem_count", (int64_t)report->problem_count);
    }
    if (report->nameless) {
        json_out_member_int(facts, "nameless", (int64_t)report->nameless);
        json_out_member_value(facts, "first_nameless", report->first_nameless);
    }
    json_out_end(facts);
    json_decref(report->seen);
    json_decref(report->problems);
    json_decref(report->first_nameless);
}
