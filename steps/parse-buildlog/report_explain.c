/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --explain: why each candidate won or lost. */
#include <string.h>

#include "choice.h"
#include "page.h"
#include "report.h"
#include "verdict.h"

static void add_line_number(struct strbuf *out, uint64_t line)
{
    strbuf_addf(out, "line %llu", (unsigned long long)line);
}

static void add_tools(struct strbuf *out, const struct analysis *a,
                      const struct candidate *candidate)
{
    toolset running = judge_tools(a, candidate);

    strbuf_add_string(out, "lost: ");
    tools_append(candidate->rule->gate, out);
    strbuf_add_string(out, " print it, and none of them runs in its step, which has ");
    tools_append(running, out);
}

/* Among those of one standing. */
static void add_preference(struct strbuf *out, const struct analysis *a,
                           const struct candidate *candidate)
{
    switch (choice_preference(a, candidate)) {
    case PREFERRED_ITSELF:
        strbuf_add_string(out, "won");
        return;
    case PREFERRED_BEFORE_TRAP:
        strbuf_add_string(out, "lost: a trap printed it after its report of ");
        break;
    case PREFERRED_TEST:
        strbuf_add_string(out, "lost: a tested program logged it, after the failed test of ");
        break;
    case PREFERRED_EARLIER:
        strbuf_add_string(out,
                          "lost: what comes after the first of them is its consequence, first is ");
        break;
    case PREFERRED_LATER:
        strbuf_add_string(out, "lost: the step went on after it, and ended after ");
        break;
    case PREFERRED_INNERMOST:
        strbuf_add_string(out, "lost: the innermost cause of the chain is ");
        break;
    case PREFERRED_ORIGINAL:
        strbuf_add_string(out, "lost: it repeats ");
        break;
    }
    add_line_number(out, a->failure->line);
}

static bool is_chosen(const struct analysis *a, const struct candidate *candidate)
{
    return candidate->line == a->failure->line &&
           (candidate->rule == a->failure->rule || a->failure == &a->derived);
}

/* One that stands lower than the chosen one. */
static void add_lower(struct strbuf *out, const struct analysis *a,
                      const struct candidate *candidate)
{
    struct judgement j = judge(a, candidate);

    switch (j.standing) {
    case STANDING_RECOVERED:
        strbuf_add_string(out, "lost: something later made good for it");
        break;
    case STANDING_BUILDER:
        strbuf_add_string(out, j.of_caller
                                   ? "lost: it comes after the builder's failure, of what called it"
                                   : "lost: the builder only says that the step failed");
        break;
    case STANDING_GATED:
        add_tools(out, a, candidate);
        break;
    case STANDING_WRAPPER:
        strbuf_add_string(out, "lost: it only says that something above failed");
        break;
    case STANDING_YIELDS:
        strbuf_add_string(out, "lost: it is general, and yields to ");
        strbuf_add_string(out, j.to ? j.to->rule->id : "any other cause");
        break;
    case STANDING_ROOT:
        strbuf_add_string(out, "lost: the cause was told in an earlier step");
        break;
    }
}

static void add_reason(struct strbuf *out, const struct analysis *a,
                       const struct candidate *candidate)
{
    if (is_chosen(a, candidate))
        strbuf_add_string(out, "won");
    else if (candidate == a->consequence)
        strbuf_addf(out, "lost: it is a consequence of what an earlier step showed, line %llu",
                    (unsigned long long)a->failure->line);
    else if (a->failure == &a->made ||
             judge(a, candidate).standing != judge(a, a->failure).standing)
        add_lower(out, a, candidate);
    else
        add_preference(out, a, candidate);
}

static void add_candidate(struct page *page, const struct analysis *a,
                          const struct candidate *candidate)
{
    static const char *const ranks[] = {
        [RANK_NOISE] = "noise", [RANK_WRAPPER] = "wrapper", [RANK_ROOT] = "root"};
    bool chosen = is_chosen(a, candidate);
    STRBUF_AUTO(message, 4 * LIMIT_LOG_TEXT);
    STRBUF_AUTO(reason, LIMIT_LOG_TEXT);

    page_paint(page, chosen ? PAGE_BOLD : "");
    strbuf_addf(page->out, "%c %7llu %s, %s%s\n", chosen ? '>' : ' ',
                (unsigned long long)candidate->line, candidate->rule->id,
                ranks[candidate->rule->rank], candidate->rule->generic ? ", generic" : "");
    page_paint(page, PAGE_PLAIN);
    report_masked(&message, span_trim(span_of(candidate->text, candidate->text_len)));
    page_label(page, "");
    page_paint(page, PAGE_DIM);
    page_line(page, strbuf_span(&message));
    page_paint(page, PAGE_PLAIN);
    add_reason(&reason, a, candidate);
    page_label(page, "");
    page_paragraph(page, strbuf_span(&reason));
}

/* What was not among the candidates. */
static void add_made(struct page *page, const struct analysis *a)
{
    const char *why =
        "won: no rule knows a line of the step: this is the latest of those that sound"
        " most like an error";

    if (a->failure->exit_code)
        why = "won: no rule knows a line of the step: the exit status of its command tells";
    strbuf_addf(page->out, "> %7llu %s\n", (unsigned long long)a->failure->line,
                a->failure->rule->id);
    page_label(page, "");
    page_paragraph(page, span_string(why));
}

static void add_derived(struct page *page, const struct analysis *a)
{
    const char *how = "with this command and exit status it is ";

    if (!a->derived.fact)
        how = "by its words, as nothing shows that one of those tools ran, it is ";
    else if (strcmp(a->derived.fact, "base") == 0)
        how = "with this base image it is ";
    page_label(page, "");
    strbuf_add_string(page->out, how);
    strbuf_add_string(page->out, a->failure->rule->id);
    strbuf_add_byte(page->out, '\n');
}

void report_explain(const struct analysis *a, bool colour, struct strbuf *out)
{
    struct page page = {.out = out, .colour = colour};

    strbuf_add_string(out, "\nwhy\n");
    if (!a->failure) {
        page_label(&page, "");
        strbuf_add_string(out,
                          a->outcome == OUTCOME_FAILED
                              ? "no cause is looked for: the builder says that it was done\n"
                              : "no cause is looked for: the build is not known to have failed\n");
        return;
    }
    if (a->failure == &a->made)
        add_made(&page, a);
    if (a->consequence)
        add_candidate(&page, a, a->failure);
    for (size_t i = 0; i < a->candidates.count; i++) {
        add_candidate(&page, a, &a->candidates.items[i]);
        if (a->failure == &a->derived && is_chosen(a, &a->candidates.items[i]))
            add_derived(&page, a);
    }
}
