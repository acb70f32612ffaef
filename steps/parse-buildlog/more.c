/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "more.h"

#include <string.h>

#include "wording.h"
#include "words.h"

/* "8 | code", "8<tab>code", "8: code", "8     E225 ..." of a table of findings, or "8) ..." of a list. */
static bool is_numbered(struct span text)
{
    struct span rest = span_skip(text, wording_digits(text));

    return rest.len < text.len && (span_starts_with(rest, " | ") || span_starts_with(rest, " │ ") ||
                                   span_starts_with(rest, "\t") || span_starts_with(rest, ": ") ||
                                   span_starts_with(rest, "  ") || span_starts_with(rest, ") "));
}

/* "--- a/x.py", but no "--- done" */
static bool is_diff_header(struct span text)
{
    return (span_starts_with(text, "+++ ") || span_starts_with(text, "--- ")) &&
           (span_find_byte(text, '/') < text.len || span_find_byte(text, '.') < text.len ||
            span_find_byte(text, '\t') < text.len);
}

/* "-rw-r--r-- ...", as ls and tar list a file. */
static bool is_file_mode(struct span text)
{
    size_t n = 0;

    while (n < text.len && text.data[n] && strchr("-rwxsStT", text.data[n]))
        n++;
    return n == strlen("-rw-r--r--");
}

/* Of a difference, as tools show it that would format a file. */
static bool is_of_diff(struct span text)
{
    if (is_file_mode(text))
        return false;
    return words_say(WORDS_DIFFERENCE, text) || is_diff_header(text) ||
           (text.len > 1 && (text.data[0] == '+' || text.data[0] == '-') && text.data[1] != ' ' &&
            text.data[1] != text.data[0]);
}

/* "UU theme.ini", "M  notes.txt", as `git status --short` lists files. */
static bool is_of_status(struct span text)
{
    static const char *const pairs[] = {"M  ", "A  ", "D  ", "R  ", "?? ", "DD ",
                                        "AU ", "UD ", "UA ", "DU ", "AA ", "UU ",
                                        "AM ", "AD ", "MM ", "MD ", NULL};

    return text.len > 3 && text.data[3] != ' ' && wording_starts_with(text, pairs);
}

/* Neither letters nor digits alone. */
static bool is_drawn(struct span text)
{
    bool digits = wording_digits(span_trim(text)) == span_trim(text).len;

    for (size_t i = 0; i < text.len; i++) {
        if (wording_is_letter(text.data[i]))
            return false;
    }
    return !digits;
}

/* "x.sh: line 7: `fi'", the line that a shell could not read. */
static bool is_of_shell(struct span text)
{
    struct span rest = span_skip(text, span_find(text, ": line ") + 7);
    size_t digits = wording_digits(rest);

    return digits > 0 && span_starts_with(span_skip(rest, digits), ": `");
}

/* Indented, drawn, of brackets alone, or of the code that is shown. */
static bool is_continuation(struct span text)
{
    return text.len == 0 || (signed char)text.data[0] < 0 ||
           strchr(" \t|^~{}])#>`%", text.data[0]) || words_say(WORDS_MORE, text) ||
           is_drawn(text) || is_numbered(text) || is_of_diff(text) || is_of_shell(text) ||
           is_of_status(text);
}

/* Words of letters alone make at least three quarters of a sentence. */
#define SENTENCE_WORDS 4
#define SENTENCE_LINE 50

static bool is_word(struct span word)
{
    size_t letters = 0;

    for (size_t i = 0; i < word.len; i++)
        letters += wording_is_letter(word.data[i]) || strchr("'`\",.:;!?()", word.data[i]) != NULL;
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

/* Of a table that is drawn of them. */
#define TABLE_COLUMNS 3

/* "Report:  out/report.html", "All files |   44.44 |       25 |" */
static bool is_of_table(struct span text)
{
    size_t colon = span_find_byte(text, ':');

    return span_count_byte(text, '|') >= TABLE_COLUMNS ||
           (colon > 0 && span_find_byte(text, ' ') > colon &&
            span_starts_with(span_skip(text, colon + 1), "  "));
}

/* "frontend_test        passed": a row of what a script sums up, beside that of what failed. */
static bool is_row_of_results(struct span text)
{
    static const char *const results[] = {"passed",  "PASSED",  "pass",    "PASS",    "ok", "OK",
                                          "success", "SUCCESS", "skipped", "SKIPPED", NULL};

    for (const char *const *result = results; *result; result++) {
        struct span head = span_head(text, text.len - strlen(*result));

        if (span_ends_with(text, *result) && span_ends_with(head, "  ") &&
            span_find_byte(span_trim(head), ' ') == span_trim(head).len)
            return span_trim(head).len > 0;
    }
    return false;
}

/* "0m00.127s (executing steps: 0m00.001s)", "12ms": how long it took */
static bool is_time(struct span text)
{
    struct span word = span_head(text, span_find_byte(text, ' '));

    for (size_t i = 0; i < word.len; i++) {
        if (!wording_is_digit(word.data[i]) && !strchr(".:hms", word.data[i]))
            return false;
    }
    return wording_digits(text) > 0 && span_ends_with(word, "s");
}

/* "'a' -> 'b'": cp -v goes on after what it could not copy. */
static bool is_copied(struct span text)
{
    return span_starts_with(text, "'") && span_contains(text, "' -> '");
}

/* "2 actionable tasks: 2 executed", "0% passed" */
static bool is_closing(struct span text)
{
    return words_say(WORDS_CLOSING, text) ||
           (wording_has_speaker(text) &&
            (span_contains(text, ": warning: ") || span_contains(text, ": note: "))) ||
           is_of_table(text) || is_row_of_results(text) || is_time(text) || is_copied(text);
}

bool more_is_count_of_errors(struct span text)
{
    return wording_digits(text) > 0 &&
           (span_ends_with(text, " error") || span_ends_with(text, " errors") ||
            span_ends_with(text, " warning") || span_ends_with(text, " warnings"));
}

/* "build.xml:3: ..." */
static bool is_located(struct span text)
{
    struct span file = span_head(text, span_find_byte(text, ' '));
    size_t colon = span_find_byte(file, ':');

    return colon > 0 && wording_digits(span_skip(file, colon + 1)) > 0;
}

/* "src/main.js (1:14)" */
static bool is_place(struct span text)
{
    size_t open = span_find_byte(text, '(');
    struct span rest = span_skip(text, open + 1);

    rest = span_skip(rest, wording_digits(rest));
    return span_eat(&rest, ":") && wording_digits(rest) > 0 &&
           span_equal_string(span_skip(rest, wording_digits(rest)), ")");
}

/* "README.md:4:1 MD004/ul-style ...", "lib/a.js: line 2, col 9, ...": a place, and a rule or where it is. */
static bool is_at_other_place(struct span text)
{
    struct span file = span_head(text, span_find_byte(text, ' '));
    struct span rest = span_skip(text, file.len + 1);
    size_t letters = 0;

    if (span_find_byte(file, '.') == file.len)
        return false;
    if (span_ends_with(file, ":") && span_eat(&rest, "line "))
        return span_starts_with(span_skip(rest, wording_digits(rest)), ", col ");
    while (letters < rest.len && rest.data[letters] >= 'A' && rest.data[letters] <= 'Z')
        letters++;
    return letters > 0 && wording_digits(span_skip(rest, letters)) >= 2 && is_located(text);
}

/* "src/a.py:3:1: ...", but no "12:30:01 ..." */
static bool is_at_place(struct span text)
{
    size_t colon = span_find(text, ": ");
    struct span place = span_head(text, colon);
    size_t file = span_find_byte(place, ':');

    return colon < text.len && file < place.len && span_find_byte(place, ' ') == place.len &&
           span_find_byte(span_head(place, file), '.') < file && is_located(text);
}

/* Programs that stop put their name before it: "lua5.4: main.lua:3: ..." */
bool more_is_finding(struct span text)
{
    bool placed =
        is_at_place(text) || is_at_other_place(text) ||
        (wording_has_speaker(text) && is_at_place(span_skip(text, span_find(text, ": ") + 2)));

    return placed && (!words_say(WORDS_REMARK, text) ||
                      span_contains(text, " [SC")); /* shellcheck fails for all */
}

bool more_explains(struct span text)
{
    return words_say(WORDS_MORE, text);
}

/* Goes on in the next line: as tools break lines that think of a terminal with 80 columns, or say so; dots fill one. */
bool more_goes_on(struct span text)
{
    char last = text.len ? text.data[text.len - 1] : '\0';

    if ((text.len == 79 || text.len == 80) && !span_contains(text, "...."))
        return wording_is_letter(last) || wording_is_digit(last);
    return last == ':' || (last == ' ' && text.len >= SENTENCE_LINE);
}

bool more_is_text(struct span text)
{
    return is_continuation(text) || is_prose(text) || is_closing(text) || is_located(text) ||
           is_place(text) || more_is_count_of_errors(text);
}
