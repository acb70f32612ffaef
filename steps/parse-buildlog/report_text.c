/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page for people: what happened, why, where, and what to do about it. */
#include <string.h>

#include "builder.h"
#include "json_in.h"
#include "page.h"
#include "report.h"

/* Other hits, and failed packages, that are shown. */
#define OTHERS_SHOWN 3
#define NAMES_SHOWN 5
/* From here on the reader may take the cause for granted. */
#define SURE 0.8

static void add_log_text(struct page *page, struct span text)
{
    STRBUF_AUTO(masked, 4 * LIMIT_LOG_TEXT);

    report_masked(&masked, text);
    page_text(page, strbuf_span(&masked));
}

static void add_log_line(struct page *page, struct span text)
{
    STRBUF_AUTO(masked, 4 * LIMIT_LOG_TEXT);

    report_masked(&masked, text);
    page_line(page, strbuf_span(&masked));
}

/* ---- the head ---- */

static void add_outcome(struct page *page, const struct analysis *a)
{
    static const char *const colours[] = {[OUTCOME_FAILED] = PAGE_RED,
                                          [OUTCOME_SUCCEEDED] = PAGE_GREEN,
                                          [OUTCOME_UNKNOWN] = PAGE_YELLOW};

    page_label(page, "build");
    page_paint(page, PAGE_BOLD);
    page_paint(page, colours[a->outcome]);
    strbuf_add_string(page->out, outcome_name(a->outcome));
    page_paint(page, PAGE_PLAIN);
    if (a->steps.builder != BUILDER_NONE)
        strbuf_addf(page->out, " (%s)", builder_name(a->steps.builder));
    if (a->outcome == OUTCOME_UNKNOWN)
        strbuf_add_string(page->out, ": the log does not say how it ended");
    else if (a->outcome != a->log_outcome && a->log_outcome != OUTCOME_UNKNOWN)
        strbuf_addf(page->out, ", though the log looks as if it had %s",
                    outcome_name(a->log_outcome));
    strbuf_add_byte(page->out, '\n');
}

/* Runs of blanks, which continued lines of a Dockerfile leave, become one. */
static void squeeze(struct strbuf *text)
{
    size_t to = 0;

    for (size_t i = 0; i < text->len; i++) {
        if (text->data[i] != ' ' || i == 0 || text->data[i - 1] != ' ')
            text->data[to++] = text->data[i];
    }
    strbuf_truncate(text, to);
}

static void add_step(struct page *page, const struct step *step)
{
    STRBUF_AUTO(text, 4 * LIMIT_LOG_TEXT);

    report_masked(&text, step->name);
    strbuf_add_string(&text, ": ");
    report_masked(&text, step->command);
    squeeze(&text);
    page_label(page, "step");
    page_line(page, strbuf_span(&text));
    if (step->exit_code >= 0) {
        page_label(page, "");
        strbuf_addf(page->out, "exit status %d\n", step->exit_code);
    }
}

/* ---- the lines ---- */

/* The values that the rule found in its line, one after the other, each in red. */
static void add_marked(struct page *page, struct span text, const json_t *groups)
{
    json_t *all = (json_t *)(uintptr_t)groups; /* jansson's iterators take no const */
    const char *name;
    json_t *value;
    size_t at = text.len;
    struct span found = {0};

    json_object_foreach (all, name, value) {
        size_t start = span_find(text, json_string_value(value));

        if (start < at && json_string_length(value)) {
            at = start;
            found = json_in_span(value);
        }
    }
    page_text(page, span_head(text, at));
    if (!found.len)
        return;
    page_paint(page, PAGE_RED);
    page_text(page, found);
    page_paint(page, PAGE_PLAIN);
    page_paint(page, PAGE_BOLD);
    page_text(page, span_skip(text, at + found.len));
}

/* The root line is shown whole, those around it as far as a terminal is wide. */
static void add_excerpt_line(struct page *page, const struct excerpt_line *line, bool root,
                             const json_t *groups)
{
    STRBUF_AUTO(masked, 4 * LIMIT_LOG_TEXT);

    report_masked(&masked, span_of(line->text, line->len));
    page_paint(page, root ? PAGE_BOLD : PAGE_DIM);
    strbuf_addf(page->out, "%c %7llu | ", root ? '>' : ' ', (unsigned long long)line->number);
    if (!root) {
        page_paint(page, PAGE_PLAIN);
        page_line(page, strbuf_span(&masked));
        return;
    }
    add_marked(page, strbuf_span(&masked), groups);
    page_paint(page, PAGE_PLAIN);
    strbuf_add_byte(page->out, '\n');
}

static void add_excerpt(struct page *page, const struct candidate *candidate, const json_t *groups)
{
    strbuf_add_byte(page->out, '\n');
    for (size_t i = 0; i < candidate->excerpt_count; i++) {
        const struct excerpt_line *line = &candidate->excerpt[i];

        add_excerpt_line(page, line, line->number == candidate->line, groups);
    }
    strbuf_add_byte(page->out, '\n');
}

/* ---- the failure ---- */

static const char *label_of_others(const struct analysis *a)
{
    if (!a->failure)
        return "perhaps";
    return a->confidence < SURE ? "or" : "also";
}

static void add_others(struct page *page, const struct analysis *a)
{
    for (size_t i = 0; i < a->secondary_count && i < OTHERS_SHOWN; i++) {
        const struct candidate *other = a->secondary[i];

        page_label(page, i ? "" : label_of_others(a));
        strbuf_addf(page->out, "line %llu, %s%s\n", (unsigned long long)other->line,
                    other->rule->id, other->recovered ? " (recovered from)" : "");
        page_label(page, "");
        page_paint(page, PAGE_DIM);
        add_log_line(page, span_trim(span_of(other->text, other->text_len)));
        page_paint(page, PAGE_PLAIN);
    }
}

static const char *how_sure(double confidence)
{
    return confidence >= SURE ? "sure" : confidence >= 0.5 ? "likely" : "a guess";
}

static void add_failure(struct page *page, const struct analysis *a)
{
    const struct candidate *failure = a->failure;
    struct report_cause cause;

    report_cause_init(&cause, a, failure);
    if (failure->step != NO_STEP)
        add_step(page, &a->steps.items[failure->step]);
    page_label(page, "cause");
    page_paint(page, PAGE_BOLD);
    page_paragraph(page, strbuf_span(&cause.title));
    page_paint(page, PAGE_PLAIN);
    page_label(page, "");
    strbuf_addf(page->out, "%s, line %llu of the log, confidence %.2f (%s)\n", failure->rule->id,
                (unsigned long long)failure->line, a->confidence, how_sure(a->confidence));
    add_excerpt(page, failure, cause.groups);
    page_label(page, "advice");
    page_paragraph(page, strbuf_span(&cause.advice));
    report_cause_release(&cause);
}

/* ---- what else is known ---- */

static size_t count_packages(const struct packages *packages, enum package_action action)
{
    size_t count = 0;

    for (size_t i = 0; i < packages->count; i++)
        count += packages->items[i].action == action;
    return count;
}

/* It failed several times: only the first is named. */
static bool failed_before(const struct packages *packages, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (packages->items[i].action == PACKAGE_FAILED &&
            span_equal(packages->items[i].name, packages->items[index].name))
            return true;
    }
    return false;
}

static void add_failed_names(struct page *page, const struct packages *packages)
{
    size_t shown = 0;

    for (size_t i = 0; i < packages->count && shown < NAMES_SHOWN; i++) {
        if (packages->items[i].action != PACKAGE_FAILED || failed_before(packages, i))
            continue;
        strbuf_add_string(page->out, shown++ ? ", " : ": ");
        add_log_text(page, packages->items[i].name);
    }
}

static void add_packages(struct page *page, const struct packages *packages)
{
    size_t failed = count_packages(packages, PACKAGE_FAILED);

    page_label(page, "packages");
    strbuf_addf(page->out, "%zu installed", count_packages(packages, PACKAGE_INSTALLED));
    if (failed) {
        strbuf_addf(page->out, ", %zu failed", failed);
        add_failed_names(page, packages);
    }
    strbuf_add_byte(page->out, '\n');
}

static void add_facts(struct page *page, const struct analysis *a)
{
    struct report_warning warning;
    size_t index = 0;

    for (size_t i = 0; i < a->steps.base_count; i++) {
        page_label(page, i ? "" : "base");
        add_log_line(page, a->steps.bases[i]);
    }
    if (a->steps.output.len) {
        page_label(page, "output");
        add_log_line(page, a->steps.output);
    }
    add_packages(page, &a->packages);
    while (report_next_warning(a, &index, &warning)) {
        page_label(page, "warning");
        page_paragraph(page, span_string(warning.text));
    }
}

void report_text(const struct analysis *a, bool colour, struct strbuf *out)
{
    struct page page = {.out = out, .colour = colour};

    add_outcome(&page, a);
    if (a->failure)
        add_failure(&page, a);
    add_others(&page, a);
    add_facts(&page, a);
}
