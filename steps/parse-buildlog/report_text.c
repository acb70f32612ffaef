/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page for people: what happened, why, where, and what to do about it. */
#include <string.h>

#include "json_in.h"
#include "redact.h"
#include "report.h"
#include "text.h"

/* Select Graphic Rendition (ECMA-48, 8.3.117). */
#define BOLD "\x1b[1m"
#define RED "\x1b[31m"
#define GREEN "\x1b[32m"
#define PLAIN "\x1b[0m"

/* Other hits that are shown. */
#define OTHERS_SHOWN 3

struct page {
    struct strbuf *out;
    bool colour;
};

static void paint(struct page *page, const char *sequence)
{
    if (page->colour)
        strbuf_add_string(page->out, sequence);
}

/* Text of the log: secrets masked, nothing that a terminal would obey. */
static void add_log_text(struct page *page, struct span text)
{
    STRBUF_AUTO(masked, 4 * LIMIT_LOG_TEXT);
    size_t start = page->out->len;

    redact_append(&masked, text);
    for (size_t i = 0; i < masked.len; i++) {
        if (masked.data[i] == '\t')
            masked.data[i] = ' ';
    }
    text_append_utf8(page->out, strbuf_span(&masked));
    text_mask_controls(page->out->data + start, page->out->len - start);
}

static void add_outcome(struct page *page, const struct analysis *a)
{
    const char *colour = a->outcome == OUTCOME_FAILED      ? RED
                         : a->outcome == OUTCOME_SUCCEEDED ? GREEN
                                                           : "";

    strbuf_add_string(page->out, "build     ");
    paint(page, BOLD);
    paint(page, colour);
    strbuf_add_string(page->out, outcome_name(a->outcome));
    paint(page, PLAIN);
    if (a->steps.builder != BUILDER_NONE)
        strbuf_addf(page->out, " (%s)", builder_name(a->steps.builder));
    strbuf_add_byte(page->out, '\n');
}

static void add_step(struct page *page, const struct step *step)
{
    strbuf_add_string(page->out, "step      ");
    add_log_text(page, step->name);
    strbuf_add_string(page->out, ": ");
    add_log_text(page, text_cut(step->command, 200));
    if (step->exit_code >= 0)
        strbuf_addf(page->out, " (exit status %d)", step->exit_code);
    strbuf_add_byte(page->out, '\n');
}

static void add_excerpt(struct page *page, const struct candidate *candidate)
{
    strbuf_add_byte(page->out, '\n');
    for (size_t i = 0; i < candidate->excerpt_count; i++) {
        const struct excerpt_line *line = &candidate->excerpt[i];
        bool root = line->number == candidate->line;

        if (root)
            paint(page, BOLD);
        strbuf_addf(page->out, "%c %6llu | ", root ? '>' : ' ', (unsigned long long)line->number);
        add_log_text(page, span_of(line->text, line->len));
        if (root)
            paint(page, PLAIN);
        strbuf_add_byte(page->out, '\n');
    }
    strbuf_add_byte(page->out, '\n');
}

static void add_others(struct page *page, const struct analysis *a)
{
    for (size_t i = 0; i < a->secondary_count && i < OTHERS_SHOWN; i++) {
        const struct candidate *other = a->secondary[i];
        struct span message = span_trim(span_of(other->text, other->text_len));

        strbuf_addf(page->out, "also      line %llu, %s: ", (unsigned long long)other->line,
                    other->rule->id);
        add_log_text(page, text_cut(message, 100));
        strbuf_add_byte(page->out, '\n');
    }
}

static void add_failure(struct page *page, const struct analysis *a)
{
    const struct candidate *failure = a->failure;
    CLEANUP(cleanup_json) json_t *groups = candidate_groups(failure);
    STRBUF_AUTO(title, LIMIT_LOG_TEXT);
    STRBUF_AUTO(advice, 2 * LIMIT_LOG_TEXT);

    if (failure->step != NO_STEP)
        add_step(page, &a->steps.items[failure->step]);
    strbuf_add_string(page->out, "cause     ");
    paint(page, BOLD);
    rule_title(failure->rule, groups, &title);
    add_log_text(page, strbuf_span(&title));
    paint(page, PLAIN);
    strbuf_addf(page->out, "\n          %s, line %llu, confidence %.2f\n", failure->rule->id,
                (unsigned long long)failure->line, a->confidence);
    add_excerpt(page, failure);
    strbuf_add_string(page->out, "advice    ");
    rule_advice(failure->rule, groups, &advice);
    add_log_text(page, strbuf_span(&advice));
    strbuf_add_byte(page->out, '\n');
    add_others(page, a);
}

static size_t count_packages(const struct packages *packages, enum package_action action)
{
    size_t count = 0;

    for (size_t i = 0; i < packages->count; i++)
        count += packages->items[i].action == action;
    return count;
}

static void add_facts(struct page *page, const struct analysis *a)
{
    size_t failed = count_packages(&a->packages, PACKAGE_FAILED);
    struct report_warning warning;
    size_t index = 0;

    for (size_t i = 0; i < a->steps.base_count; i++) {
        strbuf_add_string(page->out, "base      ");
        add_log_text(page, a->steps.bases[i]);
        strbuf_add_byte(page->out, '\n');
    }
    if (a->steps.output.len) {
        strbuf_add_string(page->out, "output    ");
        add_log_text(page, a->steps.output);
        strbuf_add_byte(page->out, '\n');
    }
    strbuf_addf(page->out, "packages  %zu installed",
                count_packages(&a->packages, PACKAGE_INSTALLED));
    if (failed)
        strbuf_addf(page->out, ", %zu failed", failed);
    strbuf_add_byte(page->out, '\n');
    while (report_next_warning(a, &index, &warning))
        strbuf_addf(page->out, "warning   %s\n", warning.text);
}

void report_text(const struct analysis *a, bool colour, struct strbuf *out)
{
    struct page page = {.out = out, .colour = colour};

    add_outcome(&page, a);
    if (a->failure)
        add_failure(&page, a);
    add_facts(&page, a);
}
