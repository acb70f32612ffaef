/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <string.h>

#include "report.h"
#include "span.h"

static const struct cli_option table[] = {
    CLI_COMMON_OPTIONS(struct options, common),
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .choices = "json|text|github",
     .offset = offsetof(struct options, format),
     .help =
         "a document, a page for people (default on a terminal), or annotations of GitHub Actions"},
    {.name = "explain",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, explain),
     .help = "say on the page why each candidate won or lost"},
    {.name = "color",
     .kind = CLI_CHOICE,
     .choices = "auto|always|never",
     .offset = offsetof(struct options, color),
     .help = "colour in the page (default: auto)"},
    {.name = "tee",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, tee),
     .help = "pass the log on to stderr as it comes, with nothing masked"},
    {.name = "no-sandbox",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, no_sandbox),
     .help = "do not confine what reads the log"},
    {.name = "outcome",
     .kind = CLI_CHOICE,
     .choices = "succeeded|failed|unknown",
     .offset = offsetof(struct options, outcome),
     .help = "how the build ended, where that is known: goes before what the log says"},
    {.name = "fail-on",
     .argument = "OUTCOMES",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, fail_on),
     .help = "end with status 1 for these: failed, unknown, succeeded, with commas between them"},
    {.name = "rules",
     .argument = "DIR",
     .kind = CLI_STRINGS,
     .offset = offsetof(struct options, rules),
     .help = "rules of your own; the id of a built-in one replaces it (may be repeated)"},
    {.name = "check-rules",
     .kind = CLI_FLAG,
     .offset = offsetof(struct options, check_rules),
     .help = "check the rules (of the folder that is named) and exit"},
    {.name = "success-logs",
     .argument = "DIR",
     .kind = CLI_STRING,
     .offset = offsetof(struct options, success_logs),
     .help = "with --check-rules: logs of good builds, on which no rule may fire"},
};

const struct cli options_cli = {
    .program = "parse-buildlog",
    .synopsis = "[OPTION...] [LOG]",
    .summary = "Tell what the log of a container build says happened, and why it failed",
    .options = table,
    .option_count = ARRAY_LENGTH(table),
    .operands_max = 1,
};

static bool is_outcome(struct span word)
{
    return span_equal_string(word, "failed") || span_equal_string(word, "unknown") ||
           span_equal_string(word, "succeeded");
}

bool options_check(const struct options *o, struct error *err)
{
    struct span rest = span_string(o->fail_on);
    struct span word;

    while (span_split(&rest, ',', &word)) {
        if (!is_outcome(word))
            return error_set(err, ERROR_USAGE,
                             "--fail-on takes failed, unknown and succeeded, not '%s'",
                             QUOTE(o->fail_on));
    }
    if (o->explain && o->format && strcmp(o->format, "text") != 0)
        return error_set(err, ERROR_USAGE, "--explain is of the page: --format text");
    if (o->success_logs && !o->check_rules)
        return error_set(err, ERROR_USAGE, "--success-logs goes with --check-rules");
    return true;
}

enum outcome options_outcome(const struct options *o)
{
    enum outcome outcome = OUTCOME_FAILED;

    while (outcome != OUTCOME_UNKNOWN &&
           (!o->outcome || strcmp(o->outcome, outcome_name(outcome)) != 0))
        outcome--;
    return outcome;
}

bool options_fail_on(const struct options *o, const char *outcome)
{
    struct span rest = span_string(o->fail_on);
    struct span word;

    while (span_split(&rest, ',', &word)) {
        if (span_equal_string(word, outcome))
            return true;
    }
    return false;
}
