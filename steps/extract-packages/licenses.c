/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "licenses.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli.h"
#include "digest.h"
#include "json_in.h"
#include "spdx_ids.h"

static const char *const license_ids[] = {SPDX_LICENSES};
static const char *const exception_ids[] = {SPDX_EXCEPTIONS};

/* Longer than any id of the lists. */
#define MOST_ID_LENGTH 63

static int compare_id(const void *key, const void *element)
{
    return strcasecmp(key, *(const char *const *)element);
}

/* The id as the list spells it, or NULL. */
static const char *find_id(const char *const *list, size_t count, struct span word)
{
    const char *const *found;
    char key[MOST_ID_LENGTH + 1];

    if (!word.len || word.len > MOST_ID_LENGTH || memchr(word.data, '\0', word.len))
        return NULL;
    memcpy(key, word.data, word.len);
    key[word.len] = '\0';
    found = bsearch(key, list, count, sizeof *list, compare_id);
    return found ? *found : NULL;
}

/* ---- words ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A parenthesis, or what stands up to the next one or blank. */
static bool next_word(struct span *rest, struct span *ret_word)
{
    size_t len = 0;

    while (rest->len && is_blank(*rest->data))
        *rest = span_skip(*rest, 1);
    while (len < rest->len && !is_blank(rest->data[len]) && !strchr("()", rest->data[len]))
        len++;
    if (!len && rest->len)
        len = 1;
    *ret_word = span_head(*rest, len);
    *rest = span_skip(*rest, len);
    return len > 0;
}

/* ---- expressions ---- */

struct expression {
    struct strbuf *out;
    size_t open;       /* parentheses */
    bool wants_id;     /* else an operator or a closing parenthesis */
    bool may_with;     /* the last word was an id, after which WITH may come */
    bool wants_excuse; /* the last word was WITH */
};

static void add_word(struct expression *x, const char *text)
{
    struct span so_far = strbuf_span(x->out);

    if (so_far.len && so_far.data[so_far.len - 1] != '(')
        strbuf_add_byte(x->out, ' ');
    strbuf_add_string(x->out, text);
}

static bool take_id(struct expression *x, struct span word)
{
    const char *id = find_id(license_ids, ARRAY_LENGTH(license_ids), word);
    bool or_later = !id && span_ends_with(word, "+");

    if (or_later)
        id = find_id(license_ids, ARRAY_LENGTH(license_ids), span_head(word, word.len - 1));
    if (!id)
        return false;
    add_word(x, id);
    if (or_later)
        strbuf_add_byte(x->out, '+');
    x->wants_id = false;
    x->may_with = true;
    return true;
}

static bool take_exception(struct expression *x, struct span word)
{
    const char *id = find_id(exception_ids, ARRAY_LENGTH(exception_ids), word);

    if (!id)
        return false;
    add_word(x, id);
    x->wants_excuse = false;
    return true;
}

static bool take_operator(struct expression *x, struct span word)
{
    if (span_equal_nocase(word, SPAN_LITERAL("WITH")) && x->may_with) {
        add_word(x, "WITH");
        x->wants_excuse = true;
    } else if (span_equal_nocase(word, SPAN_LITERAL("AND"))) {
        add_word(x, "AND");
        x->wants_id = true;
    } else if (span_equal_nocase(word, SPAN_LITERAL("OR"))) {
        add_word(x, "OR");
        x->wants_id = true;
    } else {
        return false;
    }
    x->may_with = false;
    return true;
}

static bool take_word(struct expression *x, struct span word)
{
    if (x->wants_excuse)
        return take_exception(x, word);
    if (span_equal_string(word, "(") && x->wants_id) {
        add_word(x, "(");
        x->open++;
        return true;
    }
    if (span_equal_string(word, ")") && !x->wants_id && x->open) {
        strbuf_add_byte(x->out, ')');
        x->open--;
        x->may_with = false;
        return true;
    }
    return x->wants_id ? take_id(x, word) : take_operator(x, word);
}

enum license_form license_read(struct span text, struct strbuf *out)
{
    STRBUF_AUTO(canonical, LIMIT_PACKAGE_FIELD);
    struct expression x = {.out = &canonical, .wants_id = true};
    struct span rest = text;
    struct span word;

    while (next_word(&rest, &word))
        if (!take_word(&x, word))
            return LICENSE_NAME;
    if (x.wants_id || x.wants_excuse || x.open || strbuf_overflowed(&canonical))
        return LICENSE_NAME;
    strbuf_add_span(out, strbuf_span(&canonical));
    return find_id(license_ids, ARRAY_LENGTH(license_ids), strbuf_span(&canonical))
               ? LICENSE_ID
               : LICENSE_EXPRESSION;
}

/* ---- all of a package ---- */

struct license_reference license_reference(struct span text)
{
    struct digest digest = digest_of(text);
    struct license_reference reference;

    snprintf(reference.text, sizeof reference.text, "LicenseRef-%.16s", DIGEST_HEX_TEXT(&digest));
    return reference;
}

/* One of several: AND binds tighter than OR. */
static void join_one(struct span text, bool alone, struct strbuf *out)
{
    bool parentheses;

    STRBUF_AUTO(one, LIMIT_PACKAGE_FIELD);
    if (license_read(text, &one) == LICENSE_NAME)
        strbuf_add_string(&one, license_reference(text).text);
    parentheses = !alone && span_contains(strbuf_span(&one), " OR ");
    strbuf_addf(out, "%s%s", out->len ? " AND " : "", parentheses ? "(" : "");
    strbuf_add_span(out, strbuf_span(&one));
    if (parentheses)
        strbuf_add_byte(out, ')');
}

void licenses_join(const json_t *licenses, struct strbuf *out)
{
    json_t *license;
    size_t i;

    json_array_foreach (licenses, i, license) {
        struct span text = span_trim(json_in_span(license));

        if (text.len)
            join_one(text, json_array_size(licenses) == 1, out);
    }
}
