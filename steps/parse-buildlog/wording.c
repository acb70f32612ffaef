/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <string.h>

#include "probable.h"

/* ---- words ---- */

/*
 * What tools end with when all went well, beside the marks of tools.c: their words, from the tools
 * themselves.  None of them is said after a failure.
 */
static const char *const success_words[] = {"100% tests passed",
                                            "Result: PASS",
                                            "0 failures, 0 errors",
                                            " examples, 0 failures",
                                            "test result: ok.",
                                            "OK (",
                                            "congratulations :)",
                                            " was successful.",
                                            "All tests passed",
                                            "No broken requirements found",
                                            "Audited ",
                                            "All dependencies are now up-to-date",
                                            "No dependencies to install",
                                            "Installing the current project:",
                                            "found 0 vulnerabilities",
                                            "success Saved lockfile",
                                            "Already up to date",
                                            "Already up-to-date",
                                            "✓ built in ",
                                            "compiled successfully",
                                            "Compiled successfully",
                                            "created dist",
                                            " gems installed",
                                            " gem installed",
                                            "Nothing to install, update or remove",
                                            "No security vulnerability advisories",
                                            "is already the newest version",
                                            "0 newly installed",
                                            "[100%] Built target ",
                                            "Nothing to be done for ",
                                            "ninja: no work to do",
                                            "is up to date",
                                            "All checks passed",
                                            "All done!",
                                            "files left unchanged",
                                            "no issues found",
                                            "* DONE (",
                                            " distributions installed",
                                            " distribution installed",
                                            "To activate this environment",
                                            "already installed.",
                                            " 0 Error(s)",
                                            "[success] Total time",
                                            "failed=0 ",
                                            "All requested packages",
                                            "YN0000: · Done",
                                            "YN0000: Done",
                                            "All installed packages are compatible",
                                            NULL};

/* The same at the start of a line. */
static const char *const success_starts[] = {
    "ok  \t",        "Installed ",        "Checked ", "Processing triggers for ",
    "Successfully ", "Writing lock file", NULL};

/* A tally of tests; where some failed it says so, too. */
static const char *const tally_words[] = {" passed, ",  " passed in ",  " passed (",
                                          " passing (", "tests passed", NULL};

/* More of an error's text, a trace, or code that it shows. */
static const char *const more_starts[] = {
    "note:",    "hint:",   "help:",      "See ",       "More ",    "Please ",   "info ",
    "Hint:",    "Note:",   "Try ",       "If you ",    "Use ",     "You can ",  "You may ",
    "Perhaps ", "Node.js", "Maybe ",     "goroutine",  "Did ",     "Run with ", "Run `",
    "Run '",    "- ",      "* ",         "http://",    "https://", "-----",     "=====",
    "For help", "To see ", "use --help", "Use --help", "(See ",    "(Run ",     "Documentation: ",
    NULL};

/* What tools print after they said that they failed: tallies, times, where files are left. */
static const char *const closing_starts[] = {"[INFO] ",
                                             "[DEBUG] ",
                                             "[*] ",
                                             "Ran ",
                                             "Skipped ",
                                             "INFO: ",
                                             "npm notice",
                                             "npm verb",
                                             "npm warn",
                                             "npm WARN",
                                             "npm timing",
                                             "npm info",
                                             "make[",
                                             "make: Leaving",
                                             "gmake[",
                                             "Snapshots:",
                                             "Time:",
                                             "Ran all test",
                                             "Test Suites:",
                                             "Total Test time",
                                             "Errors while ",
                                             "Output from ",
                                             "Gem files will ",
                                             "Results logged",
                                             "Full log ",
                                             "A full log ",
                                             "Total time",
                                             "Time Elapsed",
                                             "rspec ./",
                                             "Stack trace:",
                                             "stack backtrace:",
                                             "Require stack:",
                                             "location searched",
                                             "required by",
                                             "versions that meet",
                                             "1..",
                                             "Ok: ",
                                             "Fail: ",
                                             "Expected Fail: ",
                                             "Unexpected Pass: ",
                                             "Skipped: ",
                                             "Timeout: ",
                                             "PHP ",
                                             "WARNING: ",
                                             "Warning: ",
                                             "warning: ",
                                             "[notice]",
                                             "W: ",
                                             "Duration",
                                             NULL};

/* A tool begins, beside the marks of tools.c. */
static const char *const work_starts[] = {"Running `", "Resolved ", "Prepared ", NULL};

/* A failure that is let pass: of the line itself, or of what stands above it. */
static const char *const leave_words[] = {"(ignored)",
                                          "(optional)",
                                          "continuing",
                                          "Continuing",
                                          "carrying on",
                                          "going on",
                                          "falling back",
                                          "Falling back",
                                          "fall back to",
                                          "as expected",
                                          "xpected failure",
                                          "ignoring ",
                                          "Ignoring ",
                                          "retrying",
                                          "Retrying",
                                          "trying again",
                                          "rying the next",
                                          " anyway",
                                          "not fatal",
                                          "non-fatal",
                                          "harmless",
                                          "allowed to fail",
                                          NULL};

/* ---- forms ---- */

bool wording_starts_with(struct span text, const char *const *starts)
{
    for (; *starts; starts++) {
        if (span_starts_with(text, *starts))
            return true;
    }
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* How many there are at its start. */
static size_t digits_of(struct span text)
{
    size_t n = 0;

    while (n < text.len && is_digit(text.data[n]))
        n++;
    return n;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Indented, drawn, of brackets alone, or "8 | code". */
static bool is_continuation(struct span text)
{
    if (text.len == 0 || (signed char)text.data[0] < 0 || strchr(" \t|^~{}])#>`", text.data[0]) ||
        wording_starts_with(text, more_starts))
        return true;
    for (size_t i = 0; i < text.len && !is_letter(text.data[i]); i++) {
        if (i + 1 == text.len)
            return true;
    }
    return span_starts_with(span_skip(text, digits_of(text)), " | ");
}

/* Words of letters alone make at least three quarters of a sentence. */
#define SENTENCE_WORDS 4
#define SENTENCE_LINE 50

static bool is_word(struct span word)
{
    size_t letters = 0;

    for (size_t i = 0; i < word.len; i++)
        letters += is_letter(word.data[i]) || strchr("'`\",.:;!?()", word.data[i]) != NULL;
    return letters == word.len;
}

/* A sentence, or a line of one that was wrapped, as tools explain their errors. */
static bool is_prose(struct span text)
{
    struct span rest = text;
    struct span word;
    size_t words = 0;
    size_t all = 0;

    if (text.len && text.data[0] >= 'a' && text.data[0] <= 'z' && span_ends_with(text, "."))
        return true; /* the end of one */
    if (text.len < SENTENCE_LINE && (text.len == 0 || !strchr(".:!?", text.data[text.len - 1])))
        return false;
    while (span_split(&rest, ' ', &word)) {
        words += is_word(word);
        all++;
    }
    return words >= SENTENCE_WORDS && 4 * words >= 3 * all;
}

/* "2 actionable tasks: 2 executed" */
static bool is_closing(struct span text)
{
    return wording_starts_with(text, closing_starts) || span_contains(text, " actionable task") ||
           span_contains(text, " [--") || span_ends_with(text, ":");
}

/* "cp: ...", "./run: line 3: ...": a program that speaks of itself. */
bool wording_has_speaker(struct span text)
{
    size_t n = 0;

    while (n < text.len &&
           (is_letter(text.data[n]) || is_digit(text.data[n]) || strchr("_./+-", text.data[n])))
        n++;
    return n > 0 && n + 1 < text.len && text.data[n] == ':' && text.data[n + 1] == ' ';
}

/* "ValueError: ...", "panic: ...": what ends a program, but with a trace at its side. */
bool wording_is_exception(struct span text)
{
    size_t colon = span_find(text, ": ");
    struct span name = span_head(text, colon);

    return colon < text.len && span_find_byte(name, ' ') == name.len &&
           (span_ends_with(name, "Error") || span_ends_with(name, "Exception") ||
            span_equal_string(name, "panic"));
}

/* A program that ends so shows a trace, whatever rule knows the text. */
bool wording_is_runtime(struct span text)
{
    static const char *const starts[] = {"ImportError: ", "ModuleNotFoundError: ", "SyntaxError: ",
                                         "TypeError: ",   "ReferenceError: ",      NULL};

    return wording_starts_with(text, starts);
}

/* "# fail 2", "Fail:   2", as node's and meson's tests end: -1 if it is none, or how many, 1 for more. */
static int tally(struct span text)
{
    if (!span_eat(&text, "# fail ") && !span_eat(&text, "ℹ fail ") && !span_eat(&text, "Fail: "))
        return -1;
    return span_equal_string(span_trim(text), "0") ? 0 : 1;
}

bool wording_is_done(struct span text)
{
    struct span bare = span_trim(text);

    if (span_equal_string(bare, "PASS") || span_equal_string(bare, "OK") ||
        span_ends_with(bare, "(ignored)") || wording_starts_with(text, success_starts) ||
        probable_has(text, success_words))
        return true;
    if (tally(text) == 0)
        return true;
    return probable_has(text, tally_words) && !span_contains(text, "fail") &&
           !span_contains(text, " error") && probable_strength(text) == 0;
}

/* "1 failed, 3 passed in 0.12s", "1 fail" */
static bool is_count_of_failures(struct span text)
{
    size_t digits;

    text = span_trim(text);
    digits = digits_of(text);
    if (digits == 0 || text.data[0] == '0')
        return false;
    text = span_trim(span_skip(text, digits));
    return span_equal_string(text, "fail") || span_starts_with(text, "failed, ") ||
           span_starts_with(text, "failed in ") || span_starts_with(text, "deselected in ");
}

/* "2 errors", "4 warnings", "5 warnings and 1 error": of what stands above. */
static bool is_count_of_errors(struct span text)
{
    return digits_of(text) > 0 &&
           (span_ends_with(text, " error") || span_ends_with(text, " errors") ||
            span_ends_with(text, " warning") || span_ends_with(text, " warnings"));
}

/* "exit status 2", "compiled with 1 error": the number after word is not 0. */
static bool has_number_after(struct span text, const char *word)
{
    struct span rest = span_skip(text, span_find(text, word) + strlen(word));

    return rest.len && rest.data[0] >= '1' && rest.data[0] <= '9';
}

static bool has_status(struct span text)
{
    return has_number_after(text, "     Errors  ") ||
           (span_starts_with(text, "exit status ") && has_number_after(text, "exit status ")) ||
           has_number_after(text, "exiting with code ") ||
           has_number_after(text, "exited with code ") || has_number_after(text, "exit code ") ||
           (has_number_after(text, "compiled with ") && span_contains(text, " error"));
}

/* What TAP puts behind a test that is expected to fail, in two pieces: no reader of this takes it for a note. */
#define EXPECTED_TO_FAIL \
    "# TO"               \
    "DO"

/* "ok 2 - error is shown": a test that passed, whatever its name; or one of those. */
bool wording_is_harmless(struct span text)
{
    return (span_eat(&text, "ok ") && digits_of(text)) ||
           (span_starts_with(text, "not ok ") && span_contains(text, EXPECTED_TO_FAIL));
}

static bool is_failed_test(struct span text)
{
    return span_eat(&text, "not ok ") && digits_of(text) && !span_contains(text, EXPECTED_TO_FAIL);
}

/* Words too short for rules: go's last ones, and a script's that is traced. */
bool wording_is_failed(struct span text)
{
    return tally(text) == 1 || span_equal_string(text, "FAIL") || is_count_of_failures(text) ||
           is_failed_test(text) || has_status(text) || span_equal_string(text, "BUILD FAILED") ||
           span_starts_with(text, "Oh no!") || span_contains(text, "no tests ran in ") ||
           span_starts_with(text, "FAIL\t") ||
           (span_starts_with(text, "+ exit ") && !span_equal_string(text, "+ exit 0"));
}

/* Of tools that stop at the first error, and say why in lines of their own. */
static const char *const fatal_starts[] = {"rake aborted!",
                                           "FATAL ERROR: Reached heap limit",
                                           "FATAL ERROR: Ineffective mark-compacts",
                                           "FAILURE: Build failed with an exception.",
                                           "No tests found, exiting with code 1",
                                           NULL};

bool wording_is_fatal(struct span text)
{
    return wording_starts_with(text, fatal_starts) ||
           span_contains(span_head(text, 16), "ERR_PNPM_"); /* after a blank of some kind */
}

bool wording_is_usage(struct span text)
{
    text = span_trim(text);
    return span_starts_with(text, "Usage:") || span_starts_with(text, "usage:") ||
           span_starts_with(text, "USAGE:") || span_equal_string(text, "USAGE") ||
           span_equal_string(text, "Usage");
}

bool wording_is_node_version(struct span text)
{
    if (!span_eat(&text, "Node.js v") || text.len == 0)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.data[i]) && text.data[i] != '.')
            return false;
    }
    return true;
}

bool wording_is_trace(struct span text)
{
    return span_starts_with(span_trim(text), "at ") || span_starts_with(text, "}");
}

/* A command that is shown before it runs. */
bool wording_is_command(struct span text)
{
    if (span_eat(&text, "[")) {
        text = span_skip(text, digits_of(text));
        return span_eat(&text, "/") && digits_of(text) && text.data[digits_of(text)] == ']';
    }
    return span_starts_with(text, "+ ") || span_starts_with(text, "$ ") ||
           span_starts_with(text, "> ");
}

/* "build.xml:3: ..." */
static bool is_located(struct span text)
{
    struct span file = span_head(text, span_find_byte(text, ' '));
    size_t colon = span_find_byte(file, ':');

    return colon > 0 && digits_of(span_skip(file, colon + 1)) > 0;
}

/* Where to read more. */
bool wording_is_advice(struct span text)
{
    return span_starts_with(text, "For more information") ||
           span_starts_with(text, "For more details");
}

/* Goes on in the next line: as tools break lines that think of a terminal with 80 columns, or say so. */
bool wording_goes_on(struct span text)
{
    char last = text.len ? text.data[text.len - 1] : '\0';

    if (text.len == 79 || text.len == 80)
        return is_letter(last) || is_digit(last);
    return last == ':' || (last == ' ' && text.len >= SENTENCE_LINE);
}

bool wording_is_start(struct span text)
{
    return wording_starts_with(span_trim(text), work_starts);
}

/* A tool's hint to try again is none. */
bool wording_lets_pass(struct span text)
{
    return !wording_starts_with(text, more_starts) && probable_has(text, leave_words);
}

bool wording_is_more(struct span text)
{
    return is_continuation(text) || is_prose(text) || is_closing(text) || is_located(text) ||
           is_count_of_errors(text);
}
