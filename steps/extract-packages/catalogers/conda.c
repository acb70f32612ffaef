/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * conda's packages: PREFIX/conda-meta/NAME-VERSION-BUILD.json of each environment, as conda,
 * mamba and rattler write them (conda's PrefixRecord).  The files that a record lists are owned
 * by the package; a Python distribution among them is the same package (same_package.h).
 */
#include <string.h>

#include "catalogers.h"
#include "conda_record.h"
#include "json_in.h"
#include "purl.h"

static bool same_package(const json_t *a, const json_t *b)
{
    static const char *const keys[] = {"name", "version", "build"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!span_equal(json_in_span_or_empty(a, keys[i]), json_in_span_or_empty(b, keys[i])))
            return false;
    return true;
}

/* The file in the lowest layer from which on it always told the same package. */
static const struct file_facts *find_origin(const struct file_facts *file, const json_t *package,
                                            struct error *err)
{
    while (file->below) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(file->below, err);

        if (!facts)
            return NULL;
        if (!same_package(facts, package))
            break;
        file = file->below;
    }
    return file;
}

/* Six names, every byte percent-encoded. */
#define MOST_PURL (32 * LIMIT_PACKAGE_NAME)

/* purl-spec, conda-definition: build, channel, subdir and type. */
static json_t *make_purl(const json_t *row, const json_t *facts)
{
    static const char *const keys[][2] = {{"build", "build"},
                                          {"channel", "channel"},
                                          {"subdir", "subdir"},
                                          {"type", "kind"}};
    CLEANUP(cleanup_json) json_t *base = purl_of(row, NULL);

    STRBUF_AUTO(purl, MOST_PURL);
    strbuf_add_span(&purl, json_in_span(base));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        purl_add_qualifier(&purl, keys[i][0], json_in_span_or_empty(facts, keys[i][1]));
    return json_new_string(strbuf_span(&purl));
}

static void add_package(struct findings *findings, const json_t *facts,
                        const struct file_facts *from)
{
    struct span license = json_in_span_or_empty(facts, "license");
    json_t *row = findings_add_package(findings, "conda", json_in_span_or_empty(facts, "name"),
                                       json_in_span_or_empty(facts, "version"),
                                       json_in_span_or_empty(facts, "subdir"), from);

    if (license.len)
        json_append_take(json_object_get(row, "licenses"), json_new_string(license));
    json_put_take(row, "depends", json_incref(json_object_get(facts, "depends")));
    json_put_take(row, "requested", json_incref(json_object_get(facts, "requested")));
    json_put_take(row, "purl", make_purl(row, facts));
}

/* "opt/conda/" of "opt/conda/conda-meta/x.json". */
static struct span prefix_of(struct span path)
{
    path = span_head(path, span_find_last_byte(path, '/'));
    return span_head(path, path.len - strlen("conda-meta"));
}

static void own_files(struct findings *findings, const json_t *facts,
                      const struct file_facts *record)
{
    owners_note_take(&findings->owners, json_in_span_or_empty(facts, "name"),
                     prefix_of(record->path), json_incref(json_object_get(facts, "files")));
    if (json_in_bool_or(facts, "more_files", false))
        findings_warn(findings, "too-large", record->path,
                      "'%s' has more files than the %zu whose owner is noted",
                      QUOTE(json_in_string_or(facts, "name", "")), LIMIT_CONDA_FILES);
}

static bool conda_assemble(const struct file_set *files, struct findings *findings,
                           struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];
        CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
        const struct file_facts *from = facts ? find_origin(file, facts, err) : NULL;

        if (!from)
            return false;
        add_package(findings, facts, from);
        own_files(findings, facts, file);
    }
    return true;
}

static const struct wanted wanted[] = {{"conda-meta/*.json", WANTED_WHOLE}};

const struct cataloger conda_cataloger = {
    .name = "conda",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_CONDA_RECORD,
    .parse = conda_record_parse,
    .assemble = conda_assemble,
};
