/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every .py file with its SHA-256: Thoth tells changed sources by it. */
#include "catalogers.h"

/* The facts are one JSON string, "sha256:<hex>"; an image may have 200,000 of them. */
static bool python_files_parse(const struct wanted_file *file, struct json_out *facts,
                               struct error *err)
{
    (void)err;
    json_out_cstring(facts, DIGEST_TEXT(&file->digest));
    return true;
}

static bool python_files_assemble(const struct file_set *files, struct findings *findings,
                                  struct error *err)
{
    struct digest digest;

    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];
        struct span quoted = span_trim(file->facts);

        /* What stands between the quotes: parsing JSON costs ten times as much. */
        if (!digest_parse(span_head(span_skip(quoted, 1), quoted.len > 2 ? quoted.len - 2 : 0),
                          &digest, err))
            return error_prefix(err, "the facts of a file");
        findings_add_python_file(findings, file->path, &digest);
    }
    return true;
}

static const struct wanted wanted[] = {{"*.py", WANTED_DIGEST}};

const struct cataloger python_files_cataloger = {
    .name = "python-files",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .parse = python_files_parse,
    .assemble = python_files_assemble,
};
