/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What AICoE-CI, Thoth's builder, leaves of a project in the image: /opt/aicoe-ci/Pipfile (TOML,
 * toml.h) and Pipfile.lock (JSON), which package-extract showed whole, as "requirements" and
 * "requirements_lock".  Secrets in them (an index's URL with a password) are masked.
 *
 * Facts: the document as JSON.
 */
#include "catalogers.h"
#include "json_in.h"
#include "redact.h"
#include "toml.h"

static const struct wanted wanted[] = {
    {"/opt/aicoe-ci/Pipfile", WANTED_WHOLE},
    {"/opt/aicoe-ci/Pipfile.lock", WANTED_WHOLE},
};
#define PIPFILE (&wanted[0])

/* Levels within a document of ours, which has LIMIT_JSON_DEPTH itself; a lock has four. */
#define MOST_DEPTH 32

/* ---- parse() ---- */

static void write_scalar(struct json_out *facts, const json_t *value)
{
    STRBUF_AUTO(masked, LIMIT_PIPFILE);

    if (!json_is_string(value)) {
        json_out_value(facts, value);
        return;
    }
    redact_append(&masked, json_in_span(value));
    json_out_string(facts, strbuf_span(&masked));
}

/* False when it is nested too deeply: then what was begun is ended, and not all is written. */
static bool write_masked(struct json_out *facts, json_t *value, size_t depth)
{
    bool shallow = depth < MOST_DEPTH;
    const char *key;
    json_t *item;
    size_t i;

    if (!json_is_array(value) && !json_is_object(value)) {
        write_scalar(facts, value);
        return true;
    }
    if (!shallow) {
        json_out_null(facts);
        return false;
    }
    if (json_is_array(value)) {
        json_out_array(facts);
        json_array_foreach (value, i, item)
            shallow = write_masked(facts, item, depth + 1) && shallow;
    } else {
        json_out_object(facts);
        json_object_foreach (value, key, item) {
            json_out_key(facts, key);
            shallow = write_masked(facts, item, depth + 1) && shallow;
        }
    }
    json_out_end(facts);
    return shallow;
}

static bool aicoe_ci_parse(const struct wanted_file *file, struct json_out *facts,
                           struct error *err)
{
    CLEANUP(cleanup_json)
    json_t *root = file->wanted == PIPFILE ? toml_parse(file->bytes, err)
                                           : json_in_parse(file->bytes, "the lock", err);

    if (!root)
        return false;
    if (!json_is_object(root))
        return error_set(err, ERROR_MALFORMED, "no JSON object");
    return write_masked(facts, root, 0) ||
           error_set(err, ERROR_MALFORMED, "values are nested too deeply");
}

/* ---- assemble() ---- */

static bool aicoe_ci_assemble(const struct file_set *files, struct findings *findings,
                              struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];
        json_t *facts = facts_of(file, err);

        if (!facts)
            return false;
        json_put_take(findings->aicoe_ci,
                      file->wanted == PIPFILE ? "requirements" : "requirements_lock", facts);
    }
    return true;
}

const struct cataloger aicoe_ci_cataloger = {
    .name = "aicoe-ci",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_PIPFILE,
    .parse = aicoe_ci_parse,
    .assemble = aicoe_ci_assemble,
};
