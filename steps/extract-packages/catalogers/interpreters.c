/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Python interpreters: python* in any folder bin, and the links to them, with the version
 * that the program itself holds, or the libpython that it needs.
 *
 * Facts of a file: {"version": "3.11.2"}, {"needs": "libpython3.13.so.1.0"}, or {} of a program
 * of such a name that is none.
 */
#include "catalogers.h"
#include "json_in.h"
#include "python_version.h"

static const struct wanted wanted[] = {
    {"bin/python*", WANTED_ELF},
    /* Where Red Hat's links of that name lead. */
    {"libexec/platform-python*", WANTED_ELF},
    {"libpython*.so*", WANTED_ELF},
};
#define PROGRAM (&wanted[0])
#define LIBRARY (&wanted[2])

/* ---- parse() ---- */

static bool interpreters_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    (void)head;
    (void)size;
    *ret = (struct file_parts){.whole = true};
    return true;
}

static bool interpreters_parse(const struct wanted_file *file, struct json_out *facts,
                               struct error *err)
{
    struct span found;

    (void)err;
    json_out_object(facts);
    if (python_version_find(file->bytes, &found))
        json_out_member(facts, "version", found);
    else if (file->wanted != LIBRARY && python_library_find(file->bytes, &found))
        json_out_member(facts, "needs", found);
    json_out_end(facts);
    return true;
}

/* ---- assemble() ---- */

static struct span base_name(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

static size_t common_start(struct span a, struct span b)
{
    size_t n = 0;

    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    return n;
}

/* The library of that name that lies nearest to the program: each prefix has its own. */
static const struct file_facts *find_library(const struct file_set *files, struct span name,
                                             struct span program)
{
    const struct file_facts *best = NULL;

    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];

        if (file->wanted != LIBRARY || !span_equal(base_name(file->path), name))
            continue;
        if (!best || common_start(file->path, program) > common_start(best->path, program))
            best = file;
    }
    return best;
}

/* A new reference, or NULL with err set; facts without a version where none is known. */
static json_t *facts_with_version(const struct file_set *files, const struct file_facts *file,
                                  struct error *err)
{
    json_t *facts = facts_of(file, err);
    const struct file_facts *library;

    if (!facts || !json_object_get(facts, "needs"))
        return facts;
    library = find_library(files, json_in_span_or_empty(facts, "needs"), file->real);
    if (!library)
        return facts;
    json_decref(facts);
    return facts_of(library, err);
}

/* The lowest layer from which on the file was always this one. */
static const struct file_facts *origin_of(const struct file_facts *file)
{
    while (file->below && span_equal(file->below->facts, file->facts))
        file = file->below;
    return file;
}

static void put_path(json_t *entry, const char *key, struct span path)
{
    STRBUF_AUTO(text, LIMIT_PATH + 1);

    strbuf_add_byte(&text, '/');
    strbuf_add_span(&text, path);
    json_put_string(entry, key, strbuf_span(&text));
}

static void add_interpreter(struct findings *findings, const struct file_facts *file,
                            struct span version)
{
    json_t *entry = json_new_object();

    STRBUF_AUTO(text, LIMIT_PACKAGE_NAME);
    strbuf_add_string(&text, "Python ");
    strbuf_add_span(&text, version);
    put_path(entry, "path", file->path);
    put_path(entry, "link", file->real);
    json_put_string(entry, "version", strbuf_span(&text));
    findings_append_take(findings, findings->python_interpreters, entry);
}

static bool is_program(const struct file_facts *file)
{
    return span_starts_with(base_name(file->path), "python") && file->wanted == PROGRAM;
}

static bool add_file(struct findings *findings, const struct file_set *files,
                     const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_with_version(files, file, err);
    struct span version;

    if (!facts)
        return false;
    version = json_in_span_or_empty(facts, "version");
    if (version.len && is_program(file))
        add_interpreter(findings, file, version);
    if (version.len && span_equal(file->path, file->real))
        findings_add_binary(findings, SPAN_LITERAL("python"), version, origin_of(file));
    if (!version.len && is_program(file) && span_equal(file->path, file->real))
        findings_warn(findings, "no-version", file->path,
                      "a program of this name whose version is not in its bytes");
    return true;
}

/* Files are sorted, so that of a prefix bin/ comes before lib/, and the program is the row. */
static bool interpreters_assemble(const struct file_set *files, struct findings *findings,
                                  struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (!add_file(findings, files, &files->files[i], err))
            return false;
    return true;
}

const struct cataloger interpreters_cataloger = {
    .name = "interpreters",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = interpreters_plan,
    .parse = interpreters_parse,
    .assemble = interpreters_assemble,
};
