/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The versions of symbols that the image's libraries define: what package-extract took from
 * `nm -D FILE | grep '0 A'`, for the libraries right in {usr/,}lib{64,32,} and in the folders of
 * ld.so.conf(5) and ld.so.conf.d.  A library that defines none is not listed.
 *
 * A library stands under each path by which these folders lead to it (/lib/x and /usr/lib/x where
 * /lib is a link), as it did there.
 */
#include <stdlib.h>
#include <string.h>

#include "catalogers.h"
#include "elf_versions.h"
#include "json_in.h"
#include "package_file.h"
#include "symlinks.h"
#include "tar_reader.h"
#include "text.h"
#include "xalloc.h"

/* Of a library larger than this the rest of the first segment is asked for only if it is needed. */
#define MOST_OF_SEGMENT (8 * MIB)
#define MOST_DYNAMIC (64 * KIB)

/* ---- libraries ---- */

static uint64_t at_most(uint64_t value, uint64_t most)
{
    return value < most ? value : most;
}

static void add_part(struct file_parts *parts, uint64_t offset, uint64_t length)
{
    parts->items[parts->count].offset = offset;
    parts->items[parts->count++].length = length;
}

static bool is_writable_load(const struct elf_segment *segment)
{
    return segment->type == ELF_SEGMENT_LOAD && segment->flags & ELF_FLAG_WRITE;
}

/*
 * The tables of symbols stand at the start of the first segment, in all that a linker made; those
 * that patchelf made longer, as it does to libraries in wheels of Python, in one behind the others.
 */
static bool symbols_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    struct elf_segment segment;
    struct elf_segment last = {0};
    size_t writable = 0;
    bool has_load = false;
    bool has_dynamic = false;
    struct elf elf;

    *ret = (struct file_parts){0};
    if (!elf_open(&elf, head, size) || elf.type != ELF_SHARED)
        return false;
    add_part(ret, 0, head.len);
    for (uint64_t i = 0; elf_segment(&elf, i, &segment); i++) {
        if (segment.type == ELF_SEGMENT_LOAD && !has_load) {
            has_load = true;
            add_part(ret, segment.offset, at_most(segment.file_size, MOST_OF_SEGMENT));
        } else if (segment.type == ELF_SEGMENT_DYNAMIC && !has_dynamic) {
            has_dynamic = true;
            add_part(ret, segment.offset, at_most(segment.file_size, MOST_DYNAMIC));
        } else if (is_writable_load(&segment)) {
            writable++;
            last = segment;
        }
    }
    if (writable > 1)
        add_part(ret, last.offset, at_most(last.file_size, MOST_OF_SEGMENT));
    /* The table of segments can stand anywhere. */
    ret->whole = elf.lacking;
    return has_dynamic || ret->whole;
}

static size_t count_versions(struct elf *elf, const char **ret_problem)
{
    struct elf_versions versions;
    struct span name;
    size_t count = 0;

    if (elf_versions_begin(&versions, elf))
        while (elf_versions_next(&versions, &name))
            count++;
    *ret_problem = versions.problem;
    return count;
}

static bool library_facts(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct file_parts parts;
    struct elf elf;
    bool is_elf = elf_open_planned(&elf, file, symbols_plan, &parts);
    const char *problem = NULL;
    size_t count = is_elf ? count_versions(&elf, &problem) : 0;
    struct elf_versions versions;
    struct span name;

    *file->need_whole = is_elf && elf.lacking;
    if (problem && !elf.lacking)
        return error_set(err, ERROR_MALFORMED, "%s", problem);
    if (!count || elf.lacking) {
        json_out_null(facts);
        return true;
    }
    json_out_array(facts);
    elf_versions_begin(&versions, &elf);
    while (elf_versions_next(&versions, &name))
        json_out_string(facts, name);
    json_out_end(facts);
    return true;
}

/* ---- ld.so.conf ---- */

/* One line: the folder that it names, empty for none ("include", "hwcap", a comment). */
static struct span folder_of_line(struct span line)
{
    line = span_head(line, span_find_byte(line, '#'));
    /* "/lib/x=libc6": what the libraries there are, as old ldconfigs had it. */
    line = span_trim(span_head(line, span_find_byte(line, '=')));
    return span_starts_with(line, "/") && line.len <= LIMIT_PATH ? line : span_of(NULL, 0);
}

static void folders_facts(struct span text, struct json_out *facts)
{
    struct span line;

    json_out_array(facts);
    while (span_next_line(&text, &line)) {
        struct span folder = folder_of_line(line);

        if (folder.len)
            json_out_string(facts, folder);
    }
    json_out_end(facts);
}

static bool symbols_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (file->wanted->how == WANTED_ELF)
        return library_facts(file, facts, err);
    if (file->bytes.len > LIMIT_LD_SO_CONF)
        return error_set(err, ERROR_MALFORMED, "has more bytes than ld.so.conf can have");
    folders_facts(file->bytes, facts);
    return true;
}

/* ---- assemble() ---- */

/* Libraries by the folder that they stand in. */
struct library {
    struct span folder;
    const struct file_facts *file;
};

struct libraries {
    struct library *items;
    size_t count;
};

static int compare_libraries(const void *left, const void *right)
{
    const struct library *a = left;
    const struct library *b = right;
    int order = span_compare(a->folder, b->folder);

    return order ? order : span_compare(a->file->path, b->file->path);
}

static void find_libraries(const struct file_set *files, struct libraries *ret)
{
    ret->count = 0;
    ret->items = xcalloc(files->count, sizeof *ret->items);
    for (size_t i = 0; i < files->count; i++)
        if (files->files[i].wanted->how == WANTED_ELF)
            ret->items[ret->count++] =
                (struct library){path_folder(files->files[i].path), &files->files[i]};
    qsort(ret->items, ret->count, sizeof *ret->items, compare_libraries);
}

/* The first library of a folder, or where it would stand. */
static size_t first_in(const struct libraries *libraries, struct span folder)
{
    size_t low = 0;
    size_t high = libraries->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (span_compare(libraries->items[middle].folder, folder) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* {"usr/lib64": true, ...}: the folders that are searched, as they are spelled. */
static json_t *standard_folders(void)
{
    static const char *const names[] = {"usr/lib64", "lib64",   "usr/lib32",
                                        "lib32",     "usr/lib", "lib"};
    json_t *folders = json_new_object();

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_put_bool(folders, names[i], true);
    return folders;
}

static void add_folders(json_t *folders, const struct file_facts *file, const json_t *facts,
                        struct findings *findings)
{
    json_t *folder;
    size_t i;

    json_array_foreach (facts, i, folder) {
        STRBUF_AUTO(path, LIMIT_PATH);

        if (!path_normalise(&path, json_in_span(folder)) || json_object_get(folders, path.data))
            continue;
        if (json_object_size(folders) >= LIMIT_LD_FOLDERS) {
            findings_warn(findings, "malformed", file->path,
                          "more folders of libraries are named than are looked into");
            return;
        }
        json_put_bool(folders, path.data, true);
    }
}

static bool add_configured(json_t *folders, const struct file_set *files, struct findings *findings,
                           struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *facts = NULL;

        if (files->files[i].wanted->how == WANTED_ELF)
            continue;
        facts = facts_of(&files->files[i], err);
        if (!facts)
            return false;
        add_folders(folders, &files->files[i], facts, findings);
    }
    return true;
}

/* folder as it is spelled; each byte of the file's name may become the three of U+FFFD. */
static void put_library(json_t *symbols, const char *folder, struct span name, json_t *versions)
{
    STRBUF_AUTO(path, 4 * LIMIT_PATH);

    strbuf_addf(&path, *folder ? "/%s/" : "/", folder);
    text_append_utf8(&path, name);
    json_put_take(symbols, path.data, versions);
}

/* left: how many versions there may be more. */
static bool add_folder(json_t *symbols, const struct libraries *libraries, const char *folder,
                       const struct findings *findings, size_t *left, struct error *err)
{
    STRBUF_AUTO(real, LIMIT_PATH);

    if (!findings->links)
        strbuf_add_string(&real, folder);
    else if (!symlinks_resolve(findings->links, span_string(folder), true, &real))
        return true;
    for (size_t i = first_in(libraries, strbuf_span(&real)); i < libraries->count; i++) {
        const struct library *library = &libraries->items[i];
        json_t *versions;

        if (!*left || !span_equal(library->folder, strbuf_span(&real)))
            break;
        versions = facts_of(library->file, err);
        if (!versions)
            return false;
        *left -= json_array_size(versions) < *left ? json_array_size(versions) : *left;
        put_library(symbols, folder, path_base(library->file->path), versions);
    }
    return true;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* As package-extract's documents have them: sorted by path. */
static void put_sorted(struct findings *findings, json_t *symbols)
{
    size_t count = 0;
    CLEANUP(cleanup_free)
    const char **paths = xcalloc(json_object_size(symbols), sizeof *paths);
    const char *path;
    json_t *versions;

    json_object_foreach (symbols, path, versions)
        paths[count++] = path;
    qsort(paths, count, sizeof *paths, compare_names);
    for (size_t i = 0; i < count; i++)
        json_put_take(findings->system_symbols, paths[i],
                      json_incref(json_object_get(symbols, paths[i])));
}

static bool add_all(const struct libraries *libraries, json_t *folders, struct findings *findings,
                    struct error *err)
{
    CLEANUP(cleanup_json) json_t *symbols = json_new_object();
    size_t left = LIMIT_SYSTEM_SYMBOLS;
    const char *folder;
    json_t *value;

    json_object_foreach (folders, folder, value)
        if (!add_folder(symbols, libraries, folder, findings, &left, err))
            return false;
    if (!left)
        findings_warn(findings, "malformed", span_of(NULL, 0),
                      "its libraries define more versions of symbols than are listed");
    put_sorted(findings, symbols);
    return true;
}

static bool symbols_assemble(const struct file_set *files, struct findings *findings,
                             struct error *err)
{
    CLEANUP(cleanup_json) json_t *folders = standard_folders();
    struct libraries libraries;
    bool done;

    find_libraries(files, &libraries);
    done = add_configured(folders, files, findings, err) &&
           add_all(&libraries, folders, findings, err);
    free(libraries.items);
    return done;
}

/* ld.so.conf includes what is in ld.so.conf.d in every image that has it; they are read anyhow. */
static const struct wanted wanted[] = {
    {"/etc/ld.so.conf", WANTED_WHOLE},
    {"/etc/ld.so.conf.d/*.conf", WANTED_WHOLE},
    {"*.so*", WANTED_ELF},
};

const struct cataloger system_symbols_cataloger = {
    .name = "system-symbols",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = symbols_plan,
    .parse = symbols_parse,
    .assemble = symbols_assemble,
};
