/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Alpine packages: apk's database of installed packages, lines "X:value" with one
 * letter, stanzas ended by an empty line (apk-package(5), "installed database").
 * Whatever is listed there is installed.  Its F: and R: lines are the folders and files that a
 * package brought; /etc/apk/world has the names that somebody asked for (apk-world(5)).
 *
 * Facts: those of a database (database.h), with "files" (owned_files.h); {"world": [name]}.
 */
#include "catalogers.h"
#include "database.h"
#include "json_in.h"
#include "owned_files.h"

static const struct wanted wanted[] = {
    {"/lib/apk/db/installed", WANTED_WHOLE},
    {"/usr/lib/apk/db/installed", WANTED_WHOLE},
    {"/var/lib/apk/db/installed", WANTED_WHOLE},
    {"/etc/apk/world", WANTED_WHOLE},
};
#define WORLD (&wanted[3])

/* ---- parse() ---- */

struct stanza {
    size_t line; /* its first */
    bool has_field;
    const char *problem; /* a constant, or NULL */
    struct span fields[128];
};

struct reader {
    struct span rest;
    size_t line;               /* read last */
    struct owned_files *files; /* of the stanza at hand */
    struct span folder;        /* the F: line before */
};

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Fields of files (F, R, ...) come again and again; those of packages once. */
static void read_field(struct reader *r, struct stanza *stanza, struct span line)
{
    struct span value = span_trim(span_skip(line, 2));

    if (line.len < 2 || line.data[1] != ':' || !is_letter(line.data[0])) {
        stanza->problem = "a line that is no field";
        return;
    }
    stanza->has_field = true;
    if (line.data[0] == 'F')
        r->folder = value;
    else if (line.data[0] == 'R')
        owned_files_add_in(r->files, r->folder, value);
    else if (!stanza->fields[(size_t)line.data[0]].len)
        stanza->fields[(size_t)line.data[0]] = value;
}

static bool read_stanza(struct reader *r, struct stanza *ret)
{
    struct span line;

    *ret = (struct stanza){0};
    r->folder = span_of(NULL, 0);
    owned_files_clear(r->files);
    while (span_next_line(&r->rest, &line)) {
        r->line++;
        if (line.len) {
            if (!ret->line)
                ret->line = r->line;
            read_field(r, ret, line);
        } else if (ret->line) {
            return true;
        }
    }
    return ret->line > 0;
}

static void put_files(struct database_writer *w, const struct stanza *stanza,
                      struct owned_files *files)
{
    if (strbuf_overflowed(&files->text))
        database_problem(w, stanza->line, "more names of files than a package can have");
    else if (files->text.len)
        json_out_member(w->facts, "files", owned_files_end(files));
}

static void write_stanza(struct database_writer *w, const struct stanza *stanza,
                         struct owned_files *files)
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
    put_files(w, stanza, files);
    json_out_end(w->facts);
}

/* The name of "name", "name>=1.2" or "name@tag"; nothing of "!name", which must not be there. */
static struct span name_in_world(struct span word)
{
    static const char behind[] = "<>=~@";
    size_t length = word.len;

    for (size_t i = 0; i < sizeof behind - 1; i++)
        length = span_find_byte(span_head(word, length), behind[i]);
    return span_starts_with(word, "!") ? span_of(NULL, 0) : span_head(word, length);
}

static void write_world(struct json_out *facts, struct span text)
{
    struct span line;
    struct span word;

    json_out_object(facts);
    json_out_key(facts, "world");
    json_out_array(facts);
    while (span_next_line(&text, &line)) {
        while (span_split(&line, ' ', &word))
            if (name_in_world(word).len)
                json_out_string(facts, name_in_world(word));
    }
    json_out_end(facts);
    json_out_end(facts);
}

static bool apk_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct reader reader = {.rest = file->bytes};
    struct database_writer writer;
    struct stanza stanza;

    (void)err;
    if (file->wanted == WORLD) {
        write_world(facts, file->bytes);
        return true;
    }
    OWNED_FILES_AUTO(files);
    reader.files = &files;
    database_begin(&writer, facts);
    while (read_stanza(&reader, &stanza))
        write_stanza(&writer, &stanza, &files);
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

static void add_package(struct findings *findings, const json_t *facts, const json_t *world,
                        const struct file_facts *from)
{
    static const char *const lists[] = {"depends", "provides", "replaces"};
    struct span name = json_in_span_or_empty(facts, "name");
    struct span version = json_in_span_or_empty(facts, "version");
    struct span source = json_in_span_or_empty(facts, "source");
    struct span license = json_in_span_or_empty(facts, "license");
    json_t *package = findings_add_package(findings, "apk", name, version,
                                           json_in_span_or_empty(facts, "arch"), from);

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
    if (world)
        json_put_bool(package, "requested",
                      json_object_get(world, json_in_string_or(facts, "name", "")) != NULL);
    owners_note_take(&findings->owners, name, span_of(NULL, 0),
                     json_incref(json_object_get(facts, "files")));
}

/* The set of names in the image's world: a new reference, or NULL when it has none. */
static json_t *load_world(const struct file_set *files, struct error *err)
{
    json_t *set = NULL;

    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *facts = NULL;
        json_t *name;
        size_t n;

        if (files->files[i].wanted != WORLD)
            continue;
        facts = facts_of(&files->files[i], err);
        set = set ? set : json_new_object();
        json_array_foreach (json_object_get(facts, "world"), n, name)
            json_put_bool(set, json_string_value(name), true);
    }
    return set;
}

static bool apk_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    CLEANUP(cleanup_json) json_t *world = load_world(files, err);
    json_t *package;
    size_t i;

    DATABASE_AUTO(db);
    if (error_is_set(err) || !database_load(&db, files, findings, err))
        return false;
    json_array_foreach (db.packages, i, package) {
        if (!findings_have_room(findings))
            continue;
        add_package(findings, package, world, db.from[i]);
        database_forget(&db, i);
    }
    return true;
}

const struct cataloger apk_cataloger = {
    .name = "apk",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = apk_parse,
    .assemble = apk_assemble,
};
