/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said of an analysis that is finished: the document, a page for people,
 * or annotations.  Secrets are masked in all text of the log here, unless that was done
 * before.
 */
#ifndef REPORT_H
#define REPORT_H

#include "analysis.h"
#include "document.h"
#include "json_out.h"

/* The document's result, after document_begin and before document_end. */
void report_json(const struct analysis *a, struct json_out *w);
/* Appends a page; colour: with SGR sequences. */
void report_text(const struct analysis *a, bool colour, struct strbuf *out);
/* Appends why each candidate won or lost, to go on the page. */
void report_explain(const struct analysis *a, bool colour, struct strbuf *out);
/* Appends workflow commands of GitHub Actions; input is the log's name, "-": it has none. */
void report_github(const struct analysis *a, const char *input, struct strbuf *out);

/* "warnings" of the document, one at a time: NULL when there are no more. text and line are of this one. */
struct report_warning {
    const char *code;
    char text[200];
    uint64_t line; /* 0: of the whole log */
};
bool report_next_warning(const struct analysis *a, size_t *index, struct report_warning *ret);

/* Appends text of the log with secrets masked. */
void report_masked(struct strbuf *out, struct span text);
/* What is said of a cause, secrets masked. */
struct report_cause {
    json_t *groups;
    struct strbuf title;
    struct strbuf advice; /* with what is known beside the rule's own */
    struct strbuf message;
};
void report_cause_init(struct report_cause *cause, const struct analysis *a,
                       const struct candidate *candidate);
void report_cause_release(struct report_cause *cause);

const char *outcome_name(enum outcome outcome);

#endif
