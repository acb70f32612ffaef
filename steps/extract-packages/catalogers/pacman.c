/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packages of Arch Linux and its kin: pacman's local database, a folder for each package,
 * /var/lib/pacman/local/NAME-VERSION, with the files "desc" and "files" (libalpm's be_local.c):
 * "%NAME%" on a line, its values one a line, an empty line behind them.  What has such a folder
 * is installed.
 *
 * Facts: of desc, the members of a row and "base", "requested"; of files, the list of files as
 * one string (owned_files.h).
 */
#include <string.h>

#include "catalogers.h"
#include "json_in.h"
#include "owned_files.h"
#include "package_file.h"

static const struct wanted wanted[] = {
    {"/var/lib/pacman/local/*/desc", WANTED_WHOLE},
    {"/var/lib/pacman/local/*/files", WANTED_WHOLE},
};
#define FILES (&wanted[1])

/* ---- parse() ---- */

/* Moves to the first value behind the heading; false where it is not there. */
static bool find_section(struct span text, const char *heading, struct span *ret_values)
{
    struct span line;

    while (span_next_line(&text, &line)) {
        if (!span_equal_string(line, heading))
            continue;
        *ret_values = text;
        return true;
    }
    return false;
}

/* The next value of a section; an empty line ends it. */
static bool next_value(struct span *values, struct span *ret_value)
{
    struct span line;

    if (!span_next_line(values, &line) || !line.len)
        return false;
    *ret_value = line;
    return true;
}

static struct span value_of(struct span text, const char *heading)
{
    struct span value = span_of(NULL, 0);
    struct span values;

    if (find_section(text, heading, &values))
        next_value(&values, &value);
    return value;
}

static void write_list(struct json_out *facts, struct span text, const char *heading,
                       const char *key)
{
    struct span values;
    struct span value;

    json_out_key(facts, key);
    json_out_array(facts);
    if (find_section(text, heading, &values))
        while (next_value(&values, &value))
            json_out_string(facts, value);
    json_out_end(facts);
}

static bool write_desc(struct span text, struct json_out *facts, struct error *err)
{
    struct span name = value_of(text, "%NAME%");
    struct span version = value_of(text, "%VERSION%");

    if (!package_word(name))
        return error_set(err, ERROR_MALFORMED, "no name of a package");
    if (!package_word(version))
        return error_set(err, ERROR_MALFORMED, "no version of a package");
    json_out_object(facts);
    json_out_member(facts, "name", name);
    json_out_member(facts, "version", version);
    json_out_member(facts, "arch", span_head(value_of(text, "%ARCH%"), LIMIT_PACKAGE_NAME));
    json_out_member(facts, "base", span_head(value_of(text, "%BASE%"), LIMIT_PACKAGE_NAME));
    write_list(facts, text, "%LICENSE%", "licenses");
    write_list(facts, text, "%DEPENDS%", "depends");
    write_list(facts, text, "%PROVIDES%", "provides");
    write_list(facts, text, "%REPLACES%", "replaces");
    /* alpm_pkgreason_t: 1 for what came along; 0, which is left out, for what was asked for. */
    json_out_member_bool(facts, "requested", !span_equal_string(value_of(text, "%REASON%"), "1"));
    json_out_end(facts);
    return true;
}

/* A backup's line has its digest behind a tab; such files are in %FILES% as well. */
static bool write_files(struct span text, struct json_out *facts, struct error *err)
{
    struct span values;
    struct span path;

    OWNED_FILES_AUTO(files);
    if (find_section(text, "%FILES%", &values))
        while (next_value(&values, &path))
            owned_files_add(&files, path);
    return owned_files_write(&files, facts, err);
}

static bool pacman_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (file->wanted == FILES)
        return write_files(file->bytes, facts, err);
    return write_desc(file->bytes, facts, err);
}

/* ---- assemble() ---- */

/* All packages of one base have its version. */
static json_t *source_of(const json_t *facts)
{
    struct span base = json_in_span_or_empty(facts, "base");
    json_t *source;

    if (!base.len)
        return json_null();
    source = json_new_object();
    json_put_string(source, "name", base);
    json_put_string(source, "version", json_in_span_or_empty(facts, "version"));
    return source;
}

static bool add_package(struct findings *findings, const struct file_facts *file,
                        const json_t *facts, struct error *err)
{
    json_t *package = package_add(findings, "alpm", file, facts, err);

    if (!package)
        return false;
    package_put_list(package, facts, "provides");
    package_put_list(package, facts, "replaces");
    json_put_take(package, "source_package", source_of(facts));
    json_put_bool(package, "requested", json_in_bool_or(facts, "requested", false));
    return true;
}

static bool pacman_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = NULL;
    struct span folder = span_of(NULL, 0); /* of facts */

    /* In the order of their paths: desc of a package, then its files. */
    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];

        if (file->wanted == FILES) {
            if (facts && span_equal(folder, path_folder(file->path)))
                owners_note_facts(&findings->owners, json_in_span_or_empty(facts, "name"),
                                  file->facts);
            continue;
        }
        json_decref(facts);
        facts = facts_of(file, err);
        folder = path_folder(file->path);
        if (!facts || !add_package(findings, file, facts, err))
            return false;
    }
    return true;
}

const struct cataloger pacman_cataloger = {
    .name = "pacman",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_FILE_LIST,
    .parse = pacman_parse,
    .assemble = pacman_assemble,
};
