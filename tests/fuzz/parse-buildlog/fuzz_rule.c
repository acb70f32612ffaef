/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of rules or of words, of any bytes, is read or refused; and a line that a pattern (the
 * first line of the bytes) matches has one of the texts that it requires, and
 * one of its alternatives matches alone.
 */
#include <stdlib.h>

#include "alternatives.h"
#include "check_rules.h"
#include "check_words.h"
#include "required.h"
#include "rules_read.h"

#define MOST (16 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* More work than is allowed may be a match as well. */
static bool may_match(struct span text, struct span line)
{
    struct error err = {0};
    CLEANUP(cleanup_pattern) struct pattern *pattern = pattern_compile(text, &err);

    return pattern && pattern_search(pattern, line) != PATTERN_NO_MATCH;
}

static bool matches(struct span text, struct span line)
{
    struct error err = {0};
    CLEANUP(cleanup_pattern) struct pattern *pattern = pattern_compile(text, &err);

    return pattern && pattern_search(pattern, line) == PATTERN_MATCH;
}

static bool an_alternative_matches(struct span text, struct span line)
{
    struct span one;

    while (alternatives_next(&text, &one)) {
        if (may_match(one, line))
            return true;
    }
    return false;
}

static void check_required(struct span bytes)
{
    struct text_set required = {0};
    struct error err = {0};
    struct span text;
    bool found = false;

    if (!span_split(&bytes, '\n', &text) || !required_texts(text, &required, &err))
        return;
    if (matches(text, bytes)) {
        for (size_t i = 0; i < required.count; i++)
            found = found || span_contains(bytes, required.texts[i]);
        if (!found || !an_alternative_matches(text, bytes))
            abort();
    }
    text_set_release(&required);
}

static void check_file(struct span bytes)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("fuzz", bytes, &err);
    STRBUF_AUTO(findings, MIB);

    if (rules)
        rules_check(rules, &findings);
    else if (!error_is_set(&err))
        abort();
}

static void check_words(struct span bytes)
{
    struct error err = {0};
    CLEANUP(cleanup_word_lists) struct word_lists *lists = words_parse("fuzz", bytes, &err);
    STRBUF_AUTO(findings, MIB);

    if (lists)
        words_check(lists, &findings);
    else if (!error_is_set(&err))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > MOST)
        return 0;
    check_required(bytes);
    check_file(bytes);
    check_words(bytes);
    return 0;
}
