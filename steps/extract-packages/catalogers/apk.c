/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Alpine packages: apk's database of installed packages, lines "X:value" with one
 * letter, stanzas ended by an empty line (apk-package(5), "installed database").
 * Whatever is listed there is installed.
 */
#include "catalogers.h"
#include "database.h"
#include "json_in.h"

/* ---- parse() ---- */

struct stanza {
    size_t line; /* its first */
    bool has_field;
    const char *problem; /* a constant, or NULL */
    struct span fields[128];
};

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Fields of files (F, R, ...) come again and again; those of packages once. */
static void read_field(struct stanza *stanza, struct span line)
{
    if (line.len < 2 || line.data[1] != ':' || !is_letter(line.data[0])) {
        stanza->problem = "a line that is no field";
        return;
    }
    stanza->has_field = true;
    if (!stanza->fields[(size_t)line.data[0]].len)
        stanza->fields[(size_t)line.data[0]] = span_trim(span_skip(line, 2));
}

static bool read_stanza(struct span *rest, size_t *line_number, struct stanza *ret)
{
    struct span line;

    *ret = (struct stanza){0};
    while (span_next_line(rest, &line)) {
        ++*line_number;
        if (line.len) {
            if (!ret->line)
                ret->line = *line_number;
            read_field(ret, line);
        } else if (ret->line) {
            return true;
        }
    }
    return ret->line > 0;
}

static void write_stanza(struct database_writer *w, const struct stanza *stanza)
{
    const struct span *fields = stanza->fields;

    if (stanza->problem)
        database_problem(w, stanza->line, stanza->problem);
    if (!stanza->has_field ||
        !database_begin_package(w, stanza->line, fields['P'], fields['V'], fields['A']))
        return;
    database_put(w, stanza->line, "license", fields['L']);
    database_put(w, stanza->line, "source", fields['o']);
    database_put(w, stanza->line, "depends", fields['D']);
    database_put(w, stanza->line, "provides", fields['p']);
    database_put(w, stanza->line, "replaces", fields['r']);
    json_out_end(w->facts);
}

static bool apk_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span rest = file->bytes;
    struct database_writer writer;
    struct stanza stanza;
    size_t line = 0;

    (void)err;
    database_begin(&writer, facts);
    while (read_stanza(&rest, &line, &stanza))
        write_stanza(&writer, &stanza);
    database_end(&writer);
    return true;
}

/* ---- assemble() ---- */

static void split_at_blanks(json_t *list, struct span words)
{
    struct span word;

    while (span_split(&words, ' ', &word))
        if (word.len)
            json_append_take(list, json_new_string(word));
}

static void add_package(struct findings *findings, const json_t *facts,
                        const struct file_facts *from)
{
    static const char *const lists[] = {"depends", "provides", "replaces"};
    struct span version = json_in_span_or_empty(facts, "version");
    struct span source = json_in_span_or_empty(facts, "source");
    struct span license = json_in_span_or_empty(facts, "license");
    json_t *package = findings_add_package(findings, "apk", json_in_span_or_empty(facts, "name"),
                                           version, json_in_span_or_empty(facts, "arch"), from);

    /* All packages of one source have its version. */
    if (source.len) {
        json_t *source_package = json_new_object();

        json_put_string(source_package, "name", source);
        json_put_string(source_package, "version", version);
        json_put_take(package, "source_package", source_package);
    }
    if (license.len)
        json_append_take(json_object_get(package, "licenses"), json_new_string(license));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        split_at_blanks(json_object_get(package, lists[i]), json_in_span_or_empty(facts, lists[i]));
}

static bool apk_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    json_t *package;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, files, findings, err))
        return false;
    json_array_foreach (db.packages, i, package)
        add_package(findings, package, db.from[i]);
    return true;
}

static const struct wanted wanted[] = {
    {"/lib/apk/db/installed", WANTED_WHOLE},
    {"/usr/lib/apk/db/installed", WANTED_WHOLE},
    {"/var/lib/apk/db/installed", WANTED_WHOLE},
};

const struct cataloger apk_cataloger = {
    .name = "apk",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = apk_parse,
    .assemble = apk_assemble,
};
