/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <stdbool.h>
#include <stdint.h>

#include "wording.h"

/* "0 features passed": between a number and what it counts stand so many words. */
#define WORDS_OF_COUNT 2
/* A sum is short; what is longer is a text that happens to hold numbers. */
#define TALLY_LINE 200

enum kind {
    OTHER,
    GOOD,  /* counted by tools beside failures */
    TOTAL, /* what linters find, warnings among it */
    BAD,
};

/* What was read of a line. */
struct sum {
    int counts;    /* of words that are known */
    int bad;       /* of these, counts of failures */
    int failures;  /* and those that are not 0 */
    int findings;  /* the same of TOTAL */
    bool last;     /* the line ends with the latest count */
    bool expected; /* the word before said that the failures were, or are known */
    /* The number, or the name before it, that waits for the other. */
    bool has_number;
    uint64_t number;
    int words; /* since the number */
    enum kind name;
    bool plural; /* the name is one of several */
};

static bool is_one_of(struct span word, const char *words)
{
    struct span rest = span_string(words);
    struct span one;

    while (span_split(&rest, ' ', &one)) {
        if (span_equal_nocase(one, word))
            return true;
    }
    return false;
}

static enum kind kind_of(struct span word)
{
    if (is_one_of(word, "failed fail failing failure failures error errors errored"))
        return BAD;
    if (is_one_of(word, "problem problems violation violations offense offenses"))
        return TOTAL;
    if (is_one_of(word, "passed pass passing succeeded successful success ok skipped skip pending "
                        "pendings todo total warning warnings notices assertions tests test run "
                        "runs examples omissions notifications informations file files xfailed "
                        "deselected incomplete ignored cancelled measured undefined"))
        return GOOD;
    return OTHER;
}

static void count(struct sum *sum, enum kind kind, uint64_t number)
{
    sum->counts++;
    sum->bad += kind == BAD;
    sum->failures += kind == BAD && number > 0;
    sum->findings += kind == TOTAL && number > 0;
}

/* "3" */
static void take_number(struct sum *sum, uint64_t number)
{
    if (sum->name != OTHER)
        count(sum, sum->name, number);
    sum->last = sum->plural; /* "error: 503" is no count */
    sum->name = OTHER;
    sum->plural = false;
    sum->has_number = true;
    sum->number = number;
    sum->words = 0;
}

/* "failed" after a number, "Failures:" before it */
static void take_word(struct sum *sum, struct span word, bool before)
{
    enum kind kind = sum->expected ? GOOD : kind_of(word);

    sum->expected = is_one_of(word, "expected known");
    sum->last = false;
    sum->name = before ? kind : OTHER;
    sum->plural = sum->name == BAD && is_one_of(word, "errors failures");
    if (before || !sum->has_number || sum->expected)
        return;
    if (kind != OTHER && sum->words < WORDS_OF_COUNT) {
        count(sum, kind, sum->number);
        sum->last = true;
        sum->has_number = kind == GOOD; /* "0 tests failed" */
    }
    sum->words++;
}

/* The next word or number, and what ends it; a number, or a name before one, ends with '=' or ':', too. */
static bool next(struct span *rest, struct span *ret_word, char *ret_end)
{
    static const char ends[] = " \t,;()[]|=:";
    size_t n = 0;

    if (rest->len == 0)
        return false;
    while (n < rest->len && span_find_byte(span_string(ends), rest->data[n]) == sizeof ends - 1)
        n++;
    *ret_word = span_head(*rest, n);
    *ret_end = n < rest->len ? rest->data[n] : ' ';
    *rest = span_skip(*rest, n + 1);
    while (ret_word->len &&
           span_find_byte(span_string(".!*"), ret_word->data[ret_word->len - 1]) < 3)
        ret_word->len--;
    return true;
}

static struct sum read_sum(struct span text)
{
    struct sum sum = {0};
    struct span word;
    char end;

    while (next(&text, &word, &end)) {
        uint64_t number;

        if (span_to_uint64(word, &number))
            take_number(&sum, number);
        else if (word.len)
            take_word(&sum, word, end == ':' || end == '=');
        if (end != ' ')
            sum.has_number = false;
    }
    return sum;
}

/* "2 errors", "test_crossing: 2 failures", and nothing else: any program may count its own so. */
static bool is_bare(struct span text)
{
    text = span_trim(text);
    if (span_starts_with(text, "test_"))
        return span_find_byte(text, ' ') == span_find_byte(text, ':') + 1;
    return text.len && text.data[0] >= '0' && text.data[0] <= '9' && !span_contains(text, "fail");
}

/* Most lines count nothing. */
static bool has_digit(struct span text)
{
    size_t n = 0;

    while (n < text.len && !wording_is_digit(text.data[n]))
        n++;
    return n < text.len;
}

enum tally tally_of(struct span text)
{
    struct sum sum = {0};

    if (text.len <= TALLY_LINE && has_digit(text))
        sum = read_sum(text);
    if (sum.counts == 1 && sum.last && is_bare(text))
        return TALLY_NONE;
    if (sum.failures && (sum.counts > 1 || sum.last))
        return TALLY_FAILED;
    if (sum.findings && sum.counts == 1 && sum.last)
        return TALLY_FAILED;
    return sum.bad && !sum.failures && sum.counts > 1 ? TALLY_CLEAN : TALLY_NONE;
}
