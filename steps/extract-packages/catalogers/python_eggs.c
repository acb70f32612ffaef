/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Python eggs that are zip archives: NAME-VERSION-pyX.Y.egg with EGG-INFO/PKG-INFO inside
 * (setuptools, "The Internal Structure of Python Eggs").  Python imports from them as they are.
 *
 * Facts of a file: those of python_metadata_write_members() with "egg_requires" (python_facts.h), or
 * null for a file that only has the name.
 */
#include "catalogers.h"
#include "json_in.h"
#include "python_distribution.h"
#include "python_facts.h"
#include "python_metadata.h"
#include "zip_reader.h"

/* The two members that are read. */
struct egg {
    struct zip_member info;
    struct zip_member requires;
};

/* Other files end in .egg too; some eggs begin with a shell script. */
static bool is_likely(const struct wanted_file *file)
{
    return zip_is_likely(file->bytes) || span_starts_with(file->bytes, "#!") ||
           span_contains(file->path, "site-packages/") ||
           span_contains(file->path, "dist-packages/");
}

static bool find_members(const struct zip *zip, struct egg *ret, struct error *err)
{
    struct zip rest = *zip;
    struct zip_member member;

    while (zip_next(&rest, &member, err)) {
        if (span_equal_string(member.name, "EGG-INFO/PKG-INFO"))
            ret->info = member;
        else if (span_equal_string(member.name, "EGG-INFO/requires.txt"))
        ret->requires = member;
    }
    if (error_is_set(err))
        return false;
    return ret->info.name.len ||
           error_set(err, ERROR_MALFORMED, "a Python egg without EGG-INFO/PKG-INFO");
}

static bool write_egg(const struct zip *zip, const struct egg *egg, struct json_out *facts,
                      struct error *err)
{
    CLEANUP(zip_content_release) struct zip_content info = {0};
    CLEANUP(zip_content_release) struct zip_content requires = {0};

    if (!zip_read(zip, &egg->info, LIMIT_PYTHON_METADATA, &info, err) ||
        (egg->requires.name.len &&
         !zip_read(zip, &egg->requires, LIMIT_PYTHON_METADATA, &requires, err)))
        return false;
    json_out_object(facts);
    if (!python_metadata_write_members(info.bytes, facts, err))
        return false;
    python_requires_write_member(requires.bytes, facts);
    json_out_end(facts);
    return true;
}

static bool python_eggs_parse(const struct wanted_file *file, struct json_out *facts,
                              struct error *err)
{
    struct zip_budget budget = ZIP_BUDGET;
    struct egg egg = {0};
    struct zip zip;

    if (!is_likely(file)) {
        json_out_null(facts);
        return true;
    }
    return zip_open(file->bytes, &budget, &zip, err) && find_members(&zip, &egg, err) &&
           write_egg(&zip, &egg, facts, err);
}

static bool add(const struct file_facts *file, struct findings *findings, struct error *err)
{
    CLEANUP(python_distribution_release)
    struct python_distribution d = {.path = file->path, .site = file->path};
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);

    if (!facts)
        return false;
    if (json_is_null(facts) || python_is_vendored(file->path))
        return true;
    d.egg_requires = json_incref(json_object_get(facts, "egg_requires"));
    if (!python_distribution_take(&d, STEAL(facts), file, err))
        return false;
    python_distribution_add(findings, &d);
    return true;
}

static bool python_eggs_assemble(const struct file_set *files, struct findings *findings,
                                 struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (!add(&files->files[i], findings, err))
            return false;
    return true;
}

static const struct wanted wanted[] = {{"*.egg", WANTED_WHOLE}};

const struct cataloger python_eggs_cataloger = {
    .name = "python-eggs",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = python_eggs_parse,
    .assemble = python_eggs_assemble,
};
