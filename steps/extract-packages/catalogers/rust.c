/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Crates that executables and libraries were built of, where "cargo auditable" built them: JSON,
 * compressed by zlib, in the section ".dep-v0" (cargo-auditable, PARSING.md and its schema).
 * Each crate has a kind: "build" ones ran at build time alone (build scripts, procedural
 * macros), are not part of the file and are left out; without a kind it is "runtime".
 *
 * The root is what was built; it and what it depends on itself were requested.  "source" is
 * "crates.io", or "git", "local", "registry" without saying which; it becomes the origin.
 */
#include <stdlib.h>

#include "catalogers.h"
#include "decoder.h"
#include "executable.h"
#include "json_in.h"
#include "xalloc.h"

/* ---- parse() ---- */

static bool is_of_build(const json_t *crate)
{
    return span_equal_string(json_in_span_or_empty(crate, "kind"), "build");
}

/* The crate that a dependency's number names, or NULL when it is not in the file. */
static json_t *crate_at(const json_t *crates, const json_t *index, size_t *ret_index)
{
    json_int_t value = json_is_integer(index) ? json_integer_value(index) : -1;
    json_t *crate = NULL;

    if (value >= 0 && (uint64_t)value < json_array_size(crates)) {
        *ret_index = (size_t)value;
        crate = json_array_get(crates, *ret_index);
    }
    return crate && !is_of_build(crate) ? crate : NULL;
}

/* requested: of each crate, whether it is a root's or one itself. */
static void find_requested(const json_t *crates, bool *requested)
{
    json_t *crate;
    json_t *index;
    size_t i;
    size_t j;
    size_t at;

    json_array_foreach (crates, i, crate) {
        if (!json_in_bool_or(crate, "root", false))
            continue;
        requested[i] = true;
        json_array_foreach (json_object_get(crate, "dependencies"), j, index)
            if (crate_at(crates, index, &at))
                requested[at] = true;
    }
}

/* "NAME@VERSION", as cargo calls them (cargo-pkgid(1)). */
static void write_depends(struct json_out *facts, const json_t *crates, const json_t *crate)
{
    json_t *index;
    size_t i;
    size_t at;

    STRBUF_AUTO(text, 2 * LIMIT_PACKAGE_NAME);
    json_out_key(facts, "depends");
    json_out_array(facts);
    json_array_foreach (json_object_get(crate, "dependencies"), i, index) {
        const json_t *other = crate_at(crates, index, &at);

        if (!other)
            continue;
        strbuf_clear(&text);
        strbuf_add_span(&text, json_in_span_or_empty(other, "name"));
        strbuf_add_byte(&text, '@');
        strbuf_add_span(&text, json_in_span_or_empty(other, "version"));
        json_out_string(facts, strbuf_span(&text));
    }
    json_out_end(facts);
}

static void write_origin(struct json_out *facts, const json_t *crate)
{
    struct span source = json_in_span_or_empty(crate, "source");

    if (!source.len || span_equal_string(source, "crates.io"))
        return;
    json_out_key(facts, "origin");
    json_out_object(facts);
    json_out_member(facts, "source", source);
    json_out_end(facts);
}

static size_t count_dependencies(const json_t *crates)
{
    size_t count = 0;
    json_t *crate;
    size_t i;

    json_array_foreach (crates, i, crate)
        count += json_array_size(json_object_get(crate, "dependencies"));
    return count;
}

static void write_crates(const json_t *crates, const struct wanted_file *file,
                         struct json_out *facts)
{
    CLEANUP(cleanup_free) bool *requested = xcalloc(json_array_size(crates), sizeof *requested);
    struct database_writer w;
    bool is_first = true;
    json_t *crate;
    size_t i;

    find_requested(crates, requested);
    database_begin(&w, facts);
    json_array_foreach (crates, i, crate) {
        if (is_of_build(crate) ||
            !database_begin_package(&w, 0, json_in_span_or_empty(crate, "name"),
                                    json_in_span_or_empty(crate, "version"), span_of(NULL, 0)))
            continue;
        if (is_first)
            json_out_member_int(facts, "size", (int64_t)file->size);
        is_first = false;
        json_out_member_bool(facts, "requested", requested[i]);
        write_depends(facts, crates, crate);
        write_origin(facts, crate);
        json_out_end(facts);
    }
    database_end(&w);
}

static bool parse_audit(struct span packed, const struct wanted_file *file, struct json_out *facts,
                        struct error *err)
{
    json_t *crates;

    STRBUF_AUTO(text, LIMIT_RUST_AUDIT);
    if (!zlib_decode(packed, &text))
        return error_set(err, ERROR_MALFORMED,
                         "its section .dep-v0 is not compressed JSON, or too large");
    CLEANUP(cleanup_json) json_t *root = json_in_parse(strbuf_span(&text), ".dep-v0", err);
    if (!root || !json_in_array(root, "packages", &crates, err))
        return false;
    if (count_dependencies(crates) > LIMIT_RUST_DEPENDENCIES)
        return error_set(err, ERROR_MALFORMED, "its crates have more dependencies than are read");
    write_crates(crates, file, facts);
    return true;
}

static bool rust_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct elf_section section;
    struct file_parts parts;
    struct span packed;
    struct elf elf;
    bool is_elf = elf_open_planned(&elf, file, executable_plan, &parts);

    if (is_elf && elf_find_section(&elf, ".dep-v0", &section) &&
        elf_bytes(&elf, section.offset, section.size, &packed))
        return parse_audit(packed, file, facts, err);
    *file->need_whole = is_elf && elf.lacking;
    json_out_null(facts);
    return true;
}

/* ---- assemble() ---- */

static bool rust_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    return executable_assemble("cargo", files, findings, err);
}

static const struct wanted wanted[] = {
    {"*", WANTED_ELF},
};

const struct cataloger rust_cataloger = {
    .name = "rust",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = executable_plan,
    .parse = rust_parse,
    .assemble = rust_assemble,
};
