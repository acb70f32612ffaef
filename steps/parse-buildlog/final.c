/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "final.h"

#include <string.h>

#include "probable.h"
#include "tally.h"
#include "wording.h"
#include "words.h"

/* 128 and SIGTERM: whoever started it has ended it, as a server once it was tested. */
#define STATUS_OF_TERMINATED 143
/* 128 and a signal; what is larger answers for a server more often than for a program. */
#define LARGEST_STATUS 191

/* "exit status 2", "compiled with 1 error": the number after word is not 0. */
static bool has_number_after(struct span text, const char *word)
{
    struct span rest = span_skip(text, span_find(text, word) + strlen(word));

    return rest.len && rest.data[0] >= '1' && rest.data[0] <= '9';
}

/* ---- done ---- */

/* "# fail 2", "Fail:   2", "Timeout:   1", as node's and meson's tests end: -1 if it is none, or how many, 1 for more. */
static int failed_tests(struct span text)
{
    if (span_eat(&text, "Timeout: ") || span_eat(&text, "Unexpected Pass: "))
        return span_equal_string(span_trim(text), "0") ? -1 : 1;
    if (!span_eat(&text, "# fail ") && !span_eat(&text, "ℹ fail ") && !span_eat(&text, "Fail: "))
        return -1;
    return span_equal_string(span_trim(text), "0") ? 0 : 1;
}

/* "unreachable=0    failed=0": what Ansible sums up of a host. */
static bool is_host_done(struct span text)
{
    return span_contains(text, "failed=0 ") && span_contains(text, "unreachable=0 ");
}

/* "Build 'web' finished.", or "finished after 3 seconds", of Packer, which says below what failed of several. */
static bool is_build_of_packer(struct span text)
{
    return span_starts_with(text, "Build '") &&
           (span_ends_with(text, "' finished.") || span_contains(text, "' finished after "));
}

/* "webpack 5.1.0 compiled with 3 warnings in 6386 ms" */
static bool is_bundle_with_warnings(struct span text)
{
    return span_starts_with(text, "webpack ") && has_number_after(text, "compiled with ") &&
           span_contains(text, " warning") && !span_contains(text, " error");
}

/* "web (webpack 5.1.0) compiled successfully in 12 ms", of several: another one may have failed. */
static bool is_configuration_done(struct span text)
{
    return span_contains(text, " (webpack ") && span_contains(text, " compiled successfully");
}

bool final_is_done(struct span text)
{
    if (span_starts_with(text, "Checked ")) /* uv's; others say so of files, whatever they found */
        return span_contains(text, " package");
    return span_ends_with(span_trim(text), "(ignored)") || is_host_done(text) ||
           is_build_of_packer(text) || is_bundle_with_warnings(text) ||
           (words_say(WORDS_DONE, text) && !span_contains(text, " failed") &&
            !is_configuration_done(text));
}

bool final_is_plan(struct span text, struct span above)
{
    struct span number;

    if (!span_eat(&text, "1..") || (!span_eat(&above, "ok ") && !span_eat(&above, "not ok ")))
        return false;
    number = span_head(above, wording_digits(above));
    return number.len > 0 && span_equal(number, span_trim(text));
}

bool final_is_passed(struct span text)
{
    if (is_configuration_done(text))
        return true;
    if (failed_tests(text) == 0 || tally_of(text) == TALLY_CLEAN || words_say(WORDS_PASSED, text))
        return true;
    return words_say(WORDS_TESTS_PASSED, text) && !span_contains(text, "fail") &&
           !span_ends_with(text, " did not") && !span_contains(text, " error") &&
           probable_strength(text) == 0;
}

/* ---- failed ---- */

/* "1 error in 0.09s", as pytest -q ends; "3 deselected in 0.12s": no test was left, which fails, too. */
static bool is_sum_of_pytest(struct span text)
{
    static const char *const sums[] = {" deselected in ", " error in ", " errors in ",
                                       " failed in ", NULL};

    text = span_trim(text);
    if (wording_digits(text) == 0 || text.data[0] == '0')
        return false;
    return wording_starts_with(span_skip(text, wording_digits(text)), sums);
}

/* "..F.    [100%]": a letter for each test, failures and errors among them. */
static bool is_progress_of_pytest(struct span text)
{
    static const char marks[] = ".FEsxXR";
    size_t failed = text.len;
    size_t n = 0;

    for (; n < text.len && text.data[n] && strchr(marks, text.data[n]); n++) {
        if (text.data[n] == 'F' || text.data[n] == 'E')
            failed = n;
    }
    return failed < n && span_starts_with(span_skip(text, n), " ") &&
           span_starts_with(span_trim(span_skip(text, n)), "[") && span_ends_with(text, "%]");
}

/* "exit code 2", "compiled with 1 error": wherever in the line the number stands. */
static bool has_count(struct span text)
{
    /* What stands before the number, and what else a line of that tool has. */
    static const char *const words[][2] = {{"exit code ", ""},          {"exited with code ", ""},
                                           {"exiting with code ", ""},  {"exit code (", ")"},
                                           {"hook failed! (", ")"},     {"ended with status ", ""},
                                           {"ssues found: ", ""},       {"     Errors  ", ""},
                                           {"✖   found ", ""},          {" unreachable=", ""},
                                           {"Total: ", " warning"}, /* luacheck's */
                                           {"compiled with ", " error"}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (has_number_after(text, words[i][0]) && span_contains(text, words[i][1]))
            return true;
    }
    return false;
}

/* "cmake exited: 1", "finished with status 5", "rc=3", "tests ended with 1": at the end of what a script says. */
static bool ends_with_status(struct span text)
{
    static const char *const words[] = {
        "exited",       "exited:",     "exited with",  "exited with:",  "finished with",
        "exit:",        "exit=",       "rc=",          "exit code",     "exit code:",
        "exit code=",   "exit status", "exit status:", "exit status=",  "with status",
        "with status:", "return code", "return code:", "return code=",  "ended with",
        "failed with",  "ended with:", "test status:", "tests status:", NULL};
    size_t n = text.len;
    uint64_t status;

    while (n > 0 && wording_is_digit(text.data[n - 1]))
        n--;
    if (!span_to_uint64(span_skip(text, n), &status) || status == 0 || status > LARGEST_STATUS ||
        status == STATUS_OF_TERMINATED)
        return false;
    text = span_trim(span_head(text, n));
    for (const char *const *word = words; *word; word++) {
        if (span_ends_with(text, *word))
            return true;
    }
    return false;
}

/* An exit status other than 0, or a count of failures. */
static bool has_status(struct span text)
{
    return has_count(text) || ends_with_status(text) ||
           (span_starts_with(text, "exit status ") && has_number_after(text, "exit status "));
}

static bool is_failed_test(struct span text)
{
    return span_eat(&text, "not ok ") && wording_digits(text) && !wording_is_expected(text);
}

/* "Try 'tar --help' for more information.", which GNU's programs end with when they were called wrongly. */
static bool is_call_for_help(struct span text)
{
    return (span_starts_with(text, "Try '") || span_starts_with(text, "Try `")) &&
           span_contains(text, "--help") && span_ends_with(text, " for more information.");
}

/* "Found 2 incompatibilities", of what was looked for. */
static bool is_finding_sum(struct span text)
{
    static const char *const found[] = {"error",    "problem",   "issue",  "incompatib",
                                        "conflict", "violation", "offens", "known vulnerab",
                                        "vulnerab", NULL};

    if (!span_eat(&text, "Found ") || wording_digits(text) == 0 || text.data[0] == '0')
        return false;
    return wording_starts_with(span_trim(span_skip(text, wording_digits(text))), found);
}

/* "DONE 2 runs, 3 tests, 1 failure in 0.850s": gotestsum ran again what failed, and counts that still. */
static bool is_sum_of_runs(struct span text)
{
    return span_eat(&text, "DONE ") && wording_digits(text) &&
           span_starts_with(span_skip(text, wording_digits(text)), " runs, ");
}

/* A list of what was run, which sessions of nox end with. */
static bool is_failed_session(struct span text)
{
    return span_starts_with(text, "nox > * ") && span_ends_with(text, ": failed");
}

/* pylint fails below 10, but where a score is asked for that is lower: not below 3. */
static bool is_low_score(struct span text)
{
    if (!span_eat(&text, "Your code has been rated at "))
        return false;
    return span_starts_with(text, "-") ||
           (text.len > 1 && text.data[0] < '3' && text.data[1] == '.');
}

/* What `go test -json` says of a test or of a package. */
static bool is_failed_event(struct span text)
{
    return span_starts_with(text, "{\"Time\":") && span_contains(text, "\"Action\":\"fail\"");
}

/* "In Application.php line 300:", as Symfony's console heads an exception; how it is called comes last. */
static bool is_console_exception(struct span text)
{
    return span_eat(&text, "In ") && span_contains(text, ".php line ") &&
           span_ends_with(text, ":") && span_find_byte(text, ' ') > span_find(text, ".php");
}

/* Words too short for rules: go's last ones, and a script's that is traced. */
bool final_is_failed(struct span text)
{
    if (is_sum_of_runs(text))
        return false;
    return failed_tests(text) == 1 || tally_of(text) == TALLY_FAILED || is_sum_of_pytest(text) ||
           is_progress_of_pytest(text) || is_failed_test(text) || has_status(text) ||
           words_say(WORDS_FAILED, text) || is_call_for_help(text) || is_finding_sum(text) ||
           is_console_exception(text) || is_failed_session(text) || is_failed_event(text) ||
           is_low_score(text) ||
           (span_starts_with(text, "+ exit ") && !span_equal_string(text, "+ exit 0"));
}

/* "web (webpack 5.1.0) compiled with 1 error in 12 ms": of several configurations, which all are told. */
static bool is_failed_configuration(struct span text)
{
    return span_contains(text, " (webpack ") && has_number_after(text, "compiled with ") &&
           span_contains(text, " error");
}

bool final_is_limit(struct span text)
{
    return (words_say(WORDS_LIMIT, text) && !span_contains(text, "% reached.")) ||
           is_failed_configuration(text);
}

/* "Status: 1 ERROR, 2 NOTEs", as R CMD check ends. */
static bool is_failed_check(struct span text)
{
    return span_eat(&text, "Status: ") && has_number_after(text, "") &&
           span_starts_with(span_skip(text, wording_digits(text)), " ERROR");
}

/* Of tools that stop at the first error, and say why in lines of their own. */
bool final_is_fatal(struct span text)
{
    return words_say(WORDS_FATAL, text) || is_failed_check(text) ||
           (span_contains(span_head(text, 16), "ERR_PNPM_") && /* after a blank of some kind */
            !span_contains(text, "ERR_PNPM_NO_SCRIPT"));       /* which nothing explains */
}

bool final_waits(struct span text)
{
    return words_say(WORDS_WAITS, text);
}

bool final_is_job(struct span text)
{
    if (!span_eat(&text, "["))
        return false;
    text = span_trim(text);
    return wording_digits(text) && span_starts_with(span_skip(text, wording_digits(text)), "%] ");
}

bool final_is_either(struct span text)
{
    return is_sum_of_runs(text) ||
           (words_say(WORDS_EITHER, text) && !span_contains(text, " at 10.00/10"));
}

bool final_is_listing(struct span text)
{
    return span_starts_with(text, "rake ") && span_contains(text, "  # ");
}
