/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "image_facts.h"

#include "document.h"
#include "json_in.h"
#include "member.h"

static json_t *os_facts(const json_t *analysis)
{
    static const char *const keys[] = {"id", "version_id", "name", "pretty_name"};
    const json_t *os = json_in_find(analysis, "result.operating-system");
    json_t *facts;

    if (!json_is_object(os))
        return json_null();
    facts = json_new_object();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        member_copy(facts, keys[i], os, keys[i], JSON_STRING);
    return facts;
}

/* {"deb": 120, "pypi": 7}: how many packages of each type. */
static json_t *package_counts(const json_t *analysis)
{
    json_t *counts = json_new_object();
    const json_t *package;
    size_t i;

    json_array_foreach (json_in_find(analysis, "result.packages"), i, package) {
        const char *type = json_in_string_or(package, "type", "");

        if (json_object_get(package, "removed_by"))
            continue;
        json_put_int(counts, type, json_integer_value(json_object_get(counts, type)) + 1);
    }
    return counts;
}

static json_t *facts_of_analysis(const json_t *analysis)
{
    json_t *facts = json_new_object();
    const json_t *layers = json_in_find(analysis, "result.image.layers");

    member_copy(facts, "reference", analysis, "result.image.reference", JSON_STRING);
    member_copy(facts, "resolved", analysis, "result.image.resolved", JSON_STRING);
    member_copy(facts, "digest", analysis, "result.image.manifest.digest", JSON_STRING);
    member_copy(facts, "platform", analysis, "result.image.platform", JSON_OBJECT);
    member_copy(facts, "created", analysis, "result.skopeo-inspect.Created", JSON_STRING);
    json_put_take(facts, "operating_system", os_facts(analysis));
    json_put_int(facts, "layer_count", (int64_t)json_array_size(layers));
    member_copy(facts, "size", analysis, "result.image_size", JSON_INTEGER);
    json_put_take(facts, "package_counts", package_counts(analysis));
    member_copy(facts, "python_interpreters", analysis, "result.python-interpreters", JSON_ARRAY);
    member_copy(facts, "cuda_version", analysis, "result.cuda-version", JSON_OBJECT);
    json_put_string(facts, "document_id", span_string(document_id_of(analysis)));
    return facts;
}

/* The same members, those that only an analysis knows null. */
static json_t *facts_of_request(const json_t *requested)
{
    static const char *const unknown[] = {
        "resolved",     "platform",    "created",        "operating_system",
        "layer_count",  "size",        "package_counts", "python_interpreters",
        "cuda_version", "document_id",
    };
    json_t *facts = json_new_object();

    member_copy(facts, "reference", requested, "reference", JSON_STRING);
    member_copy(facts, "digest", requested, "digest", JSON_STRING);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        json_put_null(facts, unknown[i]);
    return facts;
}

json_t *image_facts(const json_t *analysis, const json_t *requested)
{
    if (analysis)
        return facts_of_analysis(analysis);
    if (*json_in_string_or(requested, "reference", "") ||
        *json_in_string_or(requested, "digest", ""))
        return facts_of_request(requested);
    return json_null();
}
