/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "limits.h"
#include "xalloc.h"

struct pattern {
    pcre2_code *code;
    pcre2_match_data *match;
    bool fast; /* its JIT can be called without what pcre2_match() checks before */
    uint32_t name_count;
    uint32_t name_size; /* of an entry of names */
    const unsigned char *names;
};

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_data_free(pattern->match);
    pcre2_code_free(pattern->code);
    free(pattern);
}

#define OPTIONS (PCRE2_DUPNAMES | PCRE2_NEVER_UTF)

static bool compile(struct pattern *p, struct span text, struct error *err)
{
    PCRE2_UCHAR why[200];
    int code;
    size_t at;

    p->code = pcre2_compile((PCRE2_SPTR)text.data, text.len, OPTIONS, &code, &at, NULL);
    if (!p->code) {
        pcre2_get_error_message(code, why, sizeof why);
        return error_set(err, ERROR_MALFORMED, "the pattern is wrong at character %zu: %s", at + 1,
                         (const char *)why);
    }
    /* Where memory cannot be made executable, PCRE2 interprets: slower, with the same answers. */
    p->fast = pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
    return true;
}

struct pattern *pattern_compile(struct span text, struct error *err)
{
    CLEANUP(cleanup_pattern) struct pattern *p = xcalloc(1, sizeof *p);

    if (!compile(p, text, err))
        return NULL;
    p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
    if (!p->match)
        out_of_memory();
    pcre2_pattern_info(p->code, PCRE2_INFO_NAMECOUNT, &p->name_count);
    pcre2_pattern_info(p->code, PCRE2_INFO_NAMEENTRYSIZE, &p->name_size);
    pcre2_pattern_info(p->code, PCRE2_INFO_NAMETABLE, &p->names);
    return STEAL(p);
}

static void set_bit(unsigned char *set, uint32_t c)
{
    set[c / 8] = (unsigned char)(set[c / 8] | 1u << c % 8);
}

/*
 * pcre2api(3), "Information about a compiled pattern": it is known of patterns that match anywhere.
 * A letter alone may stand for both cases: alternatives that begin with "w" and "W" have 'W'.
 */
static void starts_of(const pcre2_code *code, unsigned char ret_starts[PATTERN_STARTS])
{
    const unsigned char *bitmap = NULL;
    uint32_t type = 0;
    uint32_t c = 0;

    pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &bitmap);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &c);
    if (bitmap) {
        memcpy(ret_starts, bitmap, PATTERN_STARTS);
    } else if (type == 1) {
        memset(ret_starts, 0, PATTERN_STARTS);
        set_bit(ret_starts, c);
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
            set_bit(ret_starts, c ^ 0x20);
    }
}

void pattern_starts(struct span text, unsigned char ret_starts[PATTERN_STARTS])
{
    pcre2_code *code;
    int why;
    size_t at;

    memset(ret_starts, 0xff, PATTERN_STARTS);
    if (!span_eat(&text, "^"))
        return;
    code = pcre2_compile((PCRE2_SPTR)text.data, text.len, OPTIONS, &why, &at, NULL);
    if (code)
        starts_of(code, ret_starts);
    pcre2_code_free(code);
}

/* The same for all patterns. */
static pcre2_match_context *limits(void)
{
    static pcre2_match_context *context;

    if (context)
        return context;
    context = pcre2_match_context_create(NULL);
    if (!context)
        out_of_memory();
    pcre2_set_match_limit(context, LIMIT_PATTERN_MATCH);
    pcre2_set_depth_limit(context, LIMIT_PATTERN_DEPTH);
    return context;
}

enum pattern_result pattern_search(struct pattern *p, struct span subject)
{
    PCRE2_SPTR bytes = (PCRE2_SPTR)(subject.data ? subject.data : "");
    int count = p->fast ? pcre2_jit_match(p->code, bytes, subject.len, 0, 0, p->match, limits())
                        : pcre2_match(p->code, bytes, subject.len, 0, 0, p->match, limits());

    if (count > 0)
        return PATTERN_MATCH;
    return count == PCRE2_ERROR_NOMATCH ? PATTERN_NO_MATCH : PATTERN_TOO_MUCH_WORK;
}

size_t pattern_match_start(const struct pattern *p)
{
    return pcre2_get_ovector_pointer(p->match)[0];
}

bool pattern_next_group(const struct pattern *p, struct span subject, size_t *index,
                        const char **ret_name, struct span *ret_value)
{
    const size_t *places = pcre2_get_ovector_pointer(p->match);

    while (*index < p->name_count) {
        /* pcre2api(3): two bytes of group number, the more significant first, then the name. */
        const unsigned char *entry = p->names + (*index)++ * p->name_size;
        size_t group = (size_t)entry[0] << 8 | entry[1];

        if (places[2 * group] == PCRE2_UNSET || places[2 * group] > places[2 * group + 1])
            continue;
        *ret_name = (const char *)entry + 2;
        *ret_value =
            span_of(subject.data + places[2 * group], places[2 * group + 1] - places[2 * group]);
        return true;
    }
    return false;
}
