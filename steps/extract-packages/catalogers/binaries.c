/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that no package manager owns, as official images have them: rows of type generic,
 * found by classifier.h.
 *
 * Facts of a file: {NAME: VERSION} for each classifier that knows it, mostly one or none.
 */
#include <string.h>

#include "catalogers.h"
#include "classifier.h"
#include "classifiers.h"
#include "json_in.h"

static bool binaries_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    (void)head;
    (void)size;
    *ret = (struct file_parts){.whole = true};
    return true;
}

static bool wants(const struct classifier *classifier, const struct wanted *wanted)
{
    for (size_t i = 0; i < MOST_CLASSIFIER_FILES && classifier->files[i]; i++)
        if (strcmp(classifier->files[i], wanted->pattern) == 0)
            return true;
    return false;
}

static bool binaries_parse(const struct wanted_file *file, struct json_out *facts,
                           struct error *err)
{
    struct span version;

    (void)err;
    json_out_object(facts);
    for (size_t i = 0; i < classifiers_count; i++)
        if (wants(&classifiers[i], file->wanted) &&
            classifier_match(&classifiers[i], file->bytes, &version))
            json_out_member(facts, classifiers[i].name, version);
    json_out_end(facts);
    return true;
}

/* The lowest layer from which on the file always said the same. */
static const struct file_facts *origin_of(const struct file_facts *file)
{
    while (file->below && span_equal(file->below->facts, file->facts))
        file = file->below;
    return file;
}

static bool add_file(struct findings *findings, const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    const char *name;
    json_t *version;

    if (!facts)
        return false;
    json_object_foreach (facts, name, version)
        findings_add_binary(findings, span_string(name), json_in_span(version), origin_of(file));
    return true;
}

static bool binaries_assemble(const struct file_set *files, struct findings *findings,
                              struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (span_equal(files->files[i].path, files->files[i].real) &&
            !add_file(findings, &files->files[i], err))
            return false;
    return true;
}

static const struct wanted wanted[] = {CLASSIFIED_FILES};

const struct cataloger binaries_cataloger = {
    .name = "binaries",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = binaries_plan,
    .parse = binaries_parse,
    .assemble = binaries_assemble,
};
