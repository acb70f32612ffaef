/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workflow commands of GitHub Actions: ::error file=F,line=N,title=T::MESSAGE on
 * one line.  A runner reads "%25", "%0D" and "%0A" in all of it, and "%3A" and
 * "%2C" in the properties, as what they stand for (actions/toolkit, command.ts).
 */
#include <string.h>

#include "report.h"
#include "text.h"

static void add_escaped(struct strbuf *out, struct span text, const char *reserved)
{
    STRBUF_AUTO(valid, 8 * LIMIT_LOG_TEXT);
    size_t start = out->len;

    text_append_utf8(&valid, text);
    for (size_t i = 0; i < valid.len; i++) {
        char c = valid.data[i];

        if (strchr("%\r\n", c) || strchr(reserved, c))
            strbuf_addf(out, "%%%02X", (unsigned)c);
        else
            strbuf_add_byte(out, c);
    }
    text_mask_controls(out->data + start, out->len - start);
}

static void add_data(struct strbuf *out, struct span text)
{
    add_escaped(out, text, "");
}

static void add_property(struct strbuf *out, const char *before, struct span text)
{
    strbuf_add_string(out, before);
    add_escaped(out, text, ":,");
}

static void add_excerpt(struct strbuf *out, const struct candidate *failure)
{
    for (size_t i = 0; i < failure->excerpt_count; i++) {
        const struct excerpt_line *line = &failure->excerpt[i];
        STRBUF_AUTO(text, 4 * LIMIT_LOG_TEXT);

        strbuf_addf(out, "%%0A%c %llu | ", line->number == failure->line ? '>' : ' ',
                    (unsigned long long)line->number);
        report_masked(&text, span_of(line->text, line->len));
        add_data(out, strbuf_span(&text));
    }
}

static void add_failure(struct strbuf *out, const struct analysis *a, const char *input)
{
    const struct candidate *failure = a->failure;
    struct report_cause cause;

    report_cause_init(&cause, a, failure);
    strbuf_add_string(out, "::error ");
    if (strcmp(input, "-") != 0) {
        STRBUF_AUTO(name, LIMIT_LOG_TEXT);

        report_masked(&name, span_string(input));
        add_property(out, "file=", strbuf_span(&name));
        strbuf_addf(out, ",line=%llu,", (unsigned long long)failure->line);
    }
    add_property(out, "title=", strbuf_span(&cause.title));
    strbuf_add_string(out, "::");
    add_data(out, strbuf_span(&cause.message));
    strbuf_addf(out, "%%0A%%0A%s, line %llu of the log, confidence %.2f%%0A%%0A", failure->rule->id,
                (unsigned long long)failure->line, a->confidence);
    add_data(out, strbuf_span(&cause.advice));
    strbuf_add_string(out, "%0A");
    add_excerpt(out, failure);
    strbuf_add_byte(out, '\n');
    report_cause_release(&cause);
}

static void add_warnings(struct strbuf *out, const struct analysis *a)
{
    struct report_warning warning;
    size_t index = 0;

    while (report_next_warning(a, &index, &warning)) {
        strbuf_add_string(out, "::warning title=parse-buildlog::");
        add_data(out, span_string(warning.text));
        strbuf_add_byte(out, '\n');
    }
}

static const char *what_log_says(enum outcome outcome)
{
    static const char *const words[] = {[OUTCOME_UNKNOWN] =
                                            "the log does not say how the build ended",
                                        [OUTCOME_SUCCEEDED] = "the log says that the build is done",
                                        [OUTCOME_FAILED] =
                                            "the log looks as if the build had failed"};

    return words[outcome];
}

void report_github(const struct analysis *a, const char *input, struct strbuf *out)
{
    if (a->failure)
        add_failure(out, a, input);
    else
        strbuf_addf(out, "::%s title=build %s::%s\n",
                    a->outcome == OUTCOME_FAILED ? "error" : "notice", outcome_name(a->outcome),
                    what_log_says(a->log_outcome));
    add_warnings(out, a);
}
