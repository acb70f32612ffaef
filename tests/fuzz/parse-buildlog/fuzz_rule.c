/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rule file of any bytes is read or refused; and a line that a pattern (the
 * first line of the bytes) matches has one of the texts that it requires.
 */
#include <stdlib.h>

#include "check_rules.h"
#include "required.h"
#include "rules_read.h"

#define MOST (16 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_required(struct span bytes)
{
    struct text_set required = {0};
    struct error err = {0};
    struct span text;
    bool found = false;

    if (!span_split(&bytes, '\n', &text) || !required_texts(text, &required, &err))
        return;

    CLEANUP(cleanup_pattern) struct pattern *pattern = pattern_compile(text, &err);

    if (pattern && pattern_search(pattern, bytes) == PATTERN_MATCH) {
        for (size_t i = 0; i < required.count; i++)
            found = found || span_contains(bytes, required.texts[i]);
        if (!found)
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    if (size > MOST)
        return 0;
    check_required(bytes);
    check_file(bytes);
    return 0;
}
