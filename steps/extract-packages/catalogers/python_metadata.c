/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_metadata.h"

#include "folding.h"
#include "limits.h"

/* A License field that is longer is the licence's whole text. */
#define LONGEST_LICENSE 200

/* ---- headers, as Python's email package reads them ---- */

struct header {
    struct span name;
    struct span value; /* with its continuation lines, as it stands */
};

/* Bytes 33 to 126 but ':' (RFC 5322, 3.6.8). */
static bool is_header_name(struct span name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.data[i] <= ' ' || name.data[i] > '~')
            return false;
    return true;
}

/*
 * The next header; false at the first line that is none, which ends them (text follows
 * without an empty line in some hand-made files).
 */
static bool next_header(struct span *rest, struct header *ret)
{
    struct span line;
    size_t colon;

    if (!span_next_line(rest, &line))
        return false;
    colon = span_find_byte(line, ':');
    ret->name = span_head(line, colon);
    ret->value = span_skip(line, colon + 1);
    if (colon == line.len || !is_header_name(ret->name))
        return false;
    while (rest->len && (rest->data[0] == ' ' || rest->data[0] == '\t')) {
        span_next_line(rest, &line);
        ret->value.len = (size_t)(line.data + line.len - ret->value.data);
    }
    return true;
}

static bool is_named(const struct header *header, const char *name)
{
    return span_equal_nocase(header->name, span_string(name));
}

/* The first header of that name. */
static bool find(struct span text, const char *name, struct span *ret_value)
{
    struct header header;

    while (next_header(&text, &header)) {
        if (!is_named(&header, name))
            continue;
        *ret_value = span_trim(header.value);
        return true;
    }
    *ret_value = span_of(NULL, 0);
    return false;
}

/* ---- facts ---- */

static void write_folded(struct json_out *facts, struct span value)
{
    STRBUF_AUTO(folded, LIMIT_PACKAGE_FIELD);

    fold_blanks(&folded, value);
    json_out_string(facts, strbuf_span(&folded));
}

static void write_all_of(struct span text, const char *name, struct json_out *facts)
{
    struct header header;
    size_t count = 0;

    while (count < LIMIT_PYTHON_LIST && next_header(&text, &header)) {
        if (!is_named(&header, name))
            continue;
        write_folded(facts, header.value);
        count++;
    }
}

/* "License :: OSI Approved :: MIT License" says "MIT License". */
static void write_classified_licenses(struct span text, struct json_out *facts)
{
    struct header header;
    size_t count = 0;

    while (count < LIMIT_PYTHON_LIST && next_header(&text, &header)) {
        struct span value = span_trim(header.value);
        size_t colon = span_find_last_byte(value, ':');

        if (!is_named(&header, "Classifier") || !span_starts_with(value, "License ::"))
            continue;
        write_folded(facts, span_skip(value, colon + 1));
        count++;
    }
}

/* License-Expression, else a License that is a name, else what the classifiers say. */
static void write_licenses(struct span text, struct json_out *facts)
{
    struct span license;

    if (find(text, "License-Expression", &license) && license.len) {
        write_folded(facts, license);
        return;
    }
    if (find(text, "License", &license) && license.len && license.len <= LONGEST_LICENSE &&
        !span_equal_nocase(license, SPAN_LITERAL("UNKNOWN"))) {
        write_folded(facts, license);
        return;
    }
    write_classified_licenses(text, facts);
}

static bool find_required(struct span text, const char *name, struct span *ret_value,
                          struct error *err)
{
    if (!find(text, name, ret_value) || !ret_value->len)
        return error_set(err, ERROR_MALFORMED, "a Python distribution without a %s", name);
    if (ret_value->len > LIMIT_PACKAGE_NAME)
        return error_set(err, ERROR_MALFORMED, "a %s of %zu bytes", name, ret_value->len);
    return true;
}

bool python_metadata_write_members(struct span text, struct json_out *facts, struct error *err)
{
    struct span name;
    struct span version;

    if (!find_required(text, "Name", &name, err) || !find_required(text, "Version", &version, err))
        return false;
    json_out_key(facts, "name");
    write_folded(facts, name);
    json_out_key(facts, "version");
    write_folded(facts, version);
    json_out_key(facts, "licenses");
    json_out_array(facts);
    write_licenses(text, facts);
    json_out_end(facts);
    json_out_key(facts, "requires");
    json_out_array(facts);
    write_all_of(text, "Requires-Dist", facts);
    json_out_end(facts);
    return true;
}
