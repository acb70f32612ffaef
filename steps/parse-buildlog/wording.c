/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <string.h>

#include "more.h"
#include "words.h"

bool wording_starts_with(struct span text, const char *const *starts)
{
    for (; *starts; starts++) {
        if (span_starts_with(text, *starts))
            return true;
    }
    return false;
}

bool wording_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool wording_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t wording_run(struct span text, bool (*is_it)(char c))
{
    size_t n = 0;

    while (n < text.len && is_it(text.data[n]))
        n++;
    return n;
}

size_t wording_digits(struct span text)
{
    size_t n = 0;

    while (n < text.len && wording_is_digit(text.data[n]))
        n++;
    return n;
}

bool wording_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "cp: ...", "./run: line 3: ...": a program that speaks of itself. */
bool wording_has_speaker(struct span text)
{
    size_t n = text.len && text.data[0] == '@'; /* a package of npm */

    while (n < text.len && (wording_is_letter(text.data[n]) || wording_is_digit(text.data[n]) ||
                            strchr("_./+-", text.data[n])))
        n++;
    return n > 0 && n + 1 < text.len && text.data[n] == ':' && text.data[n + 1] == ' ';
}

/* "BadSignature", of letters alone, at least two of them capitals, and small ones. */
static bool is_camel_case(struct span name)
{
    size_t capitals = 0;

    for (size_t i = 0; i < name.len; i++) {
        if (!wording_is_letter(name.data[i]))
            return false;
        capitals += name.data[i] <= 'Z';
    }
    return capitals >= 2 && 2 * capitals < name.len && name.data[0] <= 'Z';
}

/* "ValueError: ...", "BadSignature: ...", "panic: ...": what ends a program, but with a trace at its side. */
bool wording_is_exception(struct span text)
{
    size_t colon = span_find(text, ": ");
    struct span name = span_head(text, colon);

    return colon < text.len && span_find_byte(name, ' ') == name.len &&
           (span_ends_with(name, "Error") || span_ends_with(name, "Exception") ||
            span_equal_string(name, "panic") || is_camel_case(name));
}

bool wording_is_class(struct span text)
{
    struct span name = span_head(text, span_find(text, ": "));
    size_t last = 0;

    for (size_t i = 0; i < name.len; i++) {
        if (!wording_is_letter(name.data[i]) && !wording_is_digit(name.data[i]) &&
            !strchr("._", name.data[i]))
            return false;
        if (name.data[i] == '.')
            last = i + 1;
    }
    return last < name.len && name.data[last] >= 'A' && name.data[last] <= 'Z';
}

/* A program that ends so shows a trace, whatever rule knows the text. */
bool wording_is_runtime(struct span text)
{
    return words_say(WORDS_RUNTIME, text);
}

/* What TAP puts behind a test that is expected to fail, in two pieces: no reader of this takes it for a note. */
#define EXPECTED_TO_FAIL \
    "# TO"               \
    "DO"

/* "ok 2 - error is shown": a test that passed, whatever its name; or one of those. */
bool wording_is_harmless(struct span text)
{
    /* Node.js heads so what was expected to fail, too. */
    if (span_equal_string(span_trim(text), "✖ failing tests:"))
        return true;
    return (span_eat(&text, "ok ") && wording_digits(text)) ||
           (span_starts_with(text, "not ok ") && wording_is_expected(text));
}

bool wording_is_expected(struct span text)
{
    return span_contains(text, EXPECTED_TO_FAIL);
}

bool wording_is_bare_error(struct span text)
{
    return span_starts_with(text, "error: ");
}

/* "[error: none]": a list, as programs print their values. */
bool wording_is_value(struct span text)
{
    return text.len > 1 && text.data[0] == '[' && span_find_byte(text, ']') == text.len - 1;
}

/* "The third check failed." */
#define STATEMENT_WORDS 8
/* "Unit tests failed due to ..." */
#define STATEMENT_NOUNS 2

/* "Compilation failed: 1 error(s)", "Unit tests failed due to ...": a capital, and the third word or one before. */
static bool is_said_to_fail(struct span text)
{
    size_t n = span_find(text, " failed");
    struct span rest = span_skip(text, n + strlen(" failed"));

    return text.len && text.data[0] >= 'A' && text.data[0] <= 'Z' && n < text.len &&
           span_count_byte(span_head(text, n), ' ') < STATEMENT_NOUNS &&
           (span_starts_with(rest, ":") || span_starts_with(rest, " due to ") ||
            span_starts_with(rest, " because "));
}

/* How many words stand before the last. */
static size_t words_before_last(struct span text)
{
    size_t n = 0;

    for (size_t i = 1; i < text.len; i++)
        n += text.data[i] == ' ' && text.data[i - 1] != ' ';
    return n;
}

/* A short line that says no more than that something failed. */
static bool is_short_statement(struct span text)
{
    return (span_ends_with(text, " failed") || span_ends_with(text, " FAILED")) &&
           !span_ends_with(text, " 0 failed") && span_find_byte(text, ',') == text.len &&
           span_find_byte(text, ';') == text.len && words_before_last(text) < STATEMENT_WORDS;
}

/* Of "failed feature sets: 'json'" no more words stand before the colon. */
#define LIST_BLANKS 4

/* "none", "0", "0 (0.00%)", "-": nothing is in the list, whatever it counts. */
static bool is_of_nothing(struct span list)
{
    static const char *const words[] = {"none", "0", "-", "[]", "false", "skipped", NULL};

    return list.len == 0 || wording_starts_with(list, words);
}

/* "failed feature sets: 'json'", "not built: needle"; what stands behind the colon is *ret. */
static bool is_list_of_failed(struct span text, struct span *ret)
{
    static const char *const starts[] = {"failed ", "failed:", "Failed:", "FAILED:", NULL};
    size_t colon = span_find_byte(text, ':');
    struct span head = span_head(text, colon);

    *ret = span_trim(span_skip(text, colon + 1));
    if (colon == text.len || span_count_byte(head, ' ') > LIST_BLANKS)
        return false;
    return wording_starts_with(text, starts) || span_ends_with(head, " failed") ||
           span_equal_string(head, "not built") || span_equal_string(head, "not accepted");
}

/* "3 checks passed, 1 did not" */
static bool is_count_of_others(struct span text)
{
    static const char end[] = " did not";
    size_t n;

    if (!span_ends_with(text, end))
        return false;
    text.len -= sizeof end - 1;
    n = text.len;
    while (n > 0 && wording_is_digit(text.data[n - 1]))
        n--;
    return n < text.len && text.data[n] != '0';
}

/* "No errors were found", "Found 0 violations", and what is but warned of. */
static bool is_no_statement(struct span text)
{
    static const char *const words[] = {"o errors", "o issues", "o violations",
                                        " 0 ",      "npm WARN", ": warning: ",
                                        NULL};
    static const char *const starts[] = {"0 ", "warning: ", "Warning: ", "WARNING: ", NULL};

    for (const char *const *word = words; *word; word++) {
        if (span_contains(text, *word))
            return true;
    }
    return wording_starts_with(text, starts);
}

bool wording_is_refusal(struct span text)
{
    return words_say(WORDS_REFUSAL, text);
}

bool wording_is_of_go(struct span text)
{
    return span_starts_with(text, "go: ") && !words_say(WORDS_GO_PROGRESS, text);
}

bool wording_is_of_bash(struct span text)
{
    struct span rest = span_skip(text, span_find(text, ": line ") + strlen(": line "));
    size_t digits = wording_digits(rest);

    return wording_has_speaker(text) && digits > 0 &&
           span_starts_with(span_skip(rest, digits), ": ") && !span_contains(text, "arning");
}

bool wording_is_statement(struct span text)
{
    struct span list;

    text = span_trim(text);
    while (text.len && strchr(".!", text.data[text.len - 1]))
        text.len--;
    if (is_no_statement(text))
        return false;
    if (is_list_of_failed(text, &list))
        return !is_of_nothing(list);
    return is_short_statement(text) || is_count_of_others(text) || is_said_to_fail(text) ||
           words_say(WORDS_STATEMENT, text) ||
           (span_starts_with(text, "Files ") && span_ends_with(text, " differ"));
}

bool wording_is_trap(struct span text)
{
    return words_say(WORDS_TRAP, text);
}

bool wording_is_usage(struct span text)
{
    return words_say(WORDS_USAGE, text);
}

bool wording_is_node_version(struct span text)
{
    if (!span_eat(&text, "Node.js v") || text.len == 0)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!wording_is_digit(text.data[i]) && text.data[i] != '.')
            return false;
    }
    return true;
}

bool wording_is_trace(struct span text)
{
    return span_starts_with(span_trim(text), "at ") || span_starts_with(text, "}") ||
           span_starts_with(text, "(Use `node --trace-uncaught "); /* where there is none */
}

bool wording_is_prompt(struct span text)
{
    struct span place;

    text = span_trim(text);
    if (span_ends_with(text, ">"))
        return span_starts_with(text, "PS ") && span_find(text, ":\\") < text.len;
    if (text.len == 0 || !strchr("$#%", text.data[text.len - 1]))
        return false;
    place = span_trim(span_head(text, text.len - 1));
    if (place.len == 0)
        return true;
    if (span_ends_with(text, "%") && span_count_byte(place, ' ') == 1) /* zsh's: "me@host src %" */
        return span_find_byte(place, '@') < span_find_byte(place, ' ');
    return span_find_byte(place, '@') < place.len &&
           (span_ends_with(place, "]") || span_find_byte(place, ' ') == place.len);
}

bool wording_asks(struct span text)
{
    static const char *const signs[] = {"# ", "> ", ">> ", ">>> ", "% ", NULL};
    static const char *const host[] = {"uname ", "lsb_release", "sw_vers", NULL};
    struct span command = span_skip(text, span_find(text, "$ "));

    if (wording_starts_with(text, signs) && span_count_byte(span_trim(text), ' ') <= 2)
        command = span_skip(text, span_find_byte(text, ' ') + 1);
    else if (span_find_byte(text, '@') < text.len - command.len) /* "me@host:~/web$ ..." */
        span_eat(&command, "$ ");
    else
        return false;
    command = span_trim(command);
    return span_ends_with(command, " --version") || span_ends_with(command, " -version") ||
           span_ends_with(command, " version") || wording_starts_with(command, host) ||
           span_ends_with(command, " /etc/os-release");
}

/* A command that is shown before it runs. */
bool wording_is_command(struct span text)
{
    if (span_eat(&text, "[")) {
        text = span_skip(text, wording_digits(text));
        return span_eat(&text, "/") && wording_digits(text) &&
               span_starts_with(span_skip(text, wording_digits(text)), "]");
    }
    return (span_starts_with(text, "+ ") && !span_starts_with(text, "+  ")) ||
           span_starts_with(text, "$ ") || span_starts_with(text, "> ");
}

/* Where to read more. */
bool wording_is_advice(struct span text)
{
    return words_say(WORDS_ADVICE, text);
}

bool wording_is_script(struct span text)
{
    struct span package;
    size_t at;

    if (!span_eat(&text, "> "))
        return false;
    package = span_head(text, span_find_byte(text, ' '));
    at = span_find_last_byte(package, '@');
    return at > 0 && at + 1 < package.len && wording_is_digit(package.data[at + 1]) &&
           package.len + 1 < text.len;
}

bool wording_heads_failures(struct span text)
{
    return span_equal_string(text, "Failures:");
}

bool wording_is_start(struct span text)
{
    return words_say(WORDS_BEGINS, text) || wording_is_script(text);
}

/* Fewer words are a tool's: "(ignored)". */
#define REMARK_BLANKS 2

/* "(exit 2 is right for an unknown command)": a script's own remark of what stands above. */
static bool is_remark(struct span text)
{
    static const char *const of_tools[] = {"see ", "this took ", "took ", "did you ",
                                           "run ", "try ",       "use ",  "hint",
                                           "tip",  "as ",        "from ", NULL};

    if (!span_eat(&text, "(") || !span_ends_with(text, ")") || text.data[0] < 'a' ||
        text.data[0] > 'z' || wording_starts_with(text, of_tools))
        return false;
    text.len--;
    for (size_t i = 0; i < text.len; i++) {
        if (!wording_is_letter(text.data[i]) && !wording_is_digit(text.data[i]) &&
            (!text.data[i] || !strchr(" ,.'-", text.data[i])))
            return false;
    }
    return span_count_byte(text, ' ') >= REMARK_BLANKS;
}

/* A tool's hint to try again is none. */
bool wording_lets_pass(struct span text)
{
    if (is_remark(text))
        return true;
    return !more_explains(text) && words_say(WORDS_LETS_PASS, text) &&
           !span_contains(text, "nexpected failure");
}
