/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package_file.h"

#include "json_in.h"
#include "redact.h"

bool package_word(struct span s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.data[i] <= ' ')
            return false;
    return s.len > 0 && s.len <= LIMIT_PACKAGE_NAME;
}

struct span path_base(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

struct span path_folder(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return span_head(path, slash == path.len ? 0 : slash);
}

void package_write_text(struct json_out *facts, struct span text)
{
    STRBUF_AUTO(masked, LIMIT_PACKAGE_FIELD);

    redact_append(&masked, text);
    json_out_string(facts, strbuf_span(&masked));
}

static bool same_member(const json_t *a, const json_t *b, const char *key)
{
    return span_equal(json_in_span_or_empty(a, key), json_in_span_or_empty(b, key));
}

const struct file_facts *package_origin(const struct file_facts *file, const json_t *facts,
                                        struct error *err)
{
    for (const struct file_facts *below = file->below; below; below = below->below) {
        CLEANUP(cleanup_json) json_t *older = facts_of(below, err);

        if (!older)
            return NULL;
        if (!same_member(older, facts, "name") || !same_member(older, facts, "version"))
            break;
        file = below;
    }
    return file;
}

void package_put_list(json_t *package, const json_t *facts, const char *key)
{
    json_t *list = json_object_get(facts, key);

    if (json_array_size(list))
        json_put_take(package, key, json_incref(list));
}

json_t *package_add(struct findings *findings, const char *type, const struct file_facts *file,
                    const json_t *facts, struct error *err)
{
    const struct file_facts *from = package_origin(file, facts, err);
    json_t *package;

    if (!from)
        return NULL;
    package = findings_add_package(findings, type, json_in_span_or_empty(facts, "name"),
                                   json_in_span_or_empty(facts, "version"),
                                   json_in_span_or_empty(facts, "arch"), from);
    package_put_list(package, facts, "licenses");
    package_put_list(package, facts, "depends");
    return package;
}
