/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the document must know of its limits. */
#include <stdio.h>

#include "report.h"

struct condition {
    const char *code;
    const char *before; /* the message: before, number, after */
    unsigned long long number;
    const char *after;
    uint64_t line;
    bool holds;
};

bool report_next_warning(const struct analysis *a, size_t *index, struct report_warning *ret)
{
    uint64_t first_cut;
    uint64_t cut_lines = log_reader_cut_lines(a->reader, &first_cut);
    const struct condition all[] = {
        {"line-cut", "lines longer than 64 KiB, which are cut: ", cut_lines, "", first_cut,
         cut_lines},
        {"invalid-text", "NULs or invalid UTF-8, U+FFFD where shown, as in line ", a->first_odd, "",
         a->first_odd, a->first_odd},
        {"input-damaged", "the packed log is cut or damaged: it ends after line ", a->lines, "", 0,
         a->damaged},
        {"steps-left-out", "steps after the first ", LIMIT_LOG_STEPS, " are left out", 0,
         a->steps.full},
        {"images-left-out", "base images after the first ", BASE_IMAGES, " are left out", 0,
         a->steps.bases_full},
        {"packages-left-out", "packages after the first ", LIMIT_LOG_PACKAGES, " are left out", 0,
         a->packages.full},
        {"text-left-out", "texts after the first ", LIMIT_LOG_KEPT, " bytes of them are left out",
         0, pool_is_full(&a->pool)},
        {"hits-left-out", "of the failing step's hits of rules ", LIMIT_LOG_CANDIDATES,
         " are looked at, the first and the last", 0,
         a->outcome == OUTCOME_FAILED && a->candidates.dropped},
    };

    for (; *index < sizeof all / sizeof *all; ++*index) {
        const struct condition *c = &all[*index];

        if (!c->holds)
            continue;
        ret->code = c->code;
        ret->line = c->line;
        snprintf(ret->text, sizeof ret->text, "%s%llu%s", c->before, c->number, c->after);
        ++*index;
        return true;
    }
    return false;
}

const char *outcome_name(enum outcome outcome)
{
    static const char *const names[] = {[OUTCOME_UNKNOWN] = "unknown",
                                        [OUTCOME_SUCCEEDED] = "succeeded",
                                        [OUTCOME_FAILED] = "failed"};

    return names[outcome];
}
