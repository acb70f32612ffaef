/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Go modules that executables were built of, and Go's own library ("stdlib", its version that
 * of Go): of every ELF file that has Go's build information, under any name.
 *
 * The main module's version is what Go stamped; where that is "(devel)", what the linker's
 * flags or the commit tell, and "(devel)" as "go version -m" shows it when nothing does.
 * Programs of Go itself (cmd/go) are no module: only their stdlib is listed.
 */
#include "catalogers.h"
#include "executable.h"
#include "golang_build_info.h"
#include "json_in.h"

#define DEVEL "(devel)"

/* ---- parse() ---- */

struct writer {
    struct database_writer database;
    const struct wanted_file *file;
    struct span modules;
    bool is_any;
};

/* The first package has what tells this program from others of the same modules. */
static bool begin_package(struct writer *w, struct span name, struct span version)
{
    if (!database_begin_package(&w->database, 0, name, version, span_of(NULL, 0)))
        return false;
    if (!w->is_any) {
        json_out_member(w->database.facts, "program", golang_line(w->modules, "path"));
        json_out_member_int(w->database.facts, "size", (int64_t)w->file->size);
    }
    w->is_any = true;
    return true;
}

/* "1.22.1" of "go1.22.1 X:boringcrypto", "1.23-abc" of "devel go1.23-abc Mon Jan 1". */
static struct span go_release(struct span version)
{
    struct span word;

    while (span_split(&version, ' ', &word))
        if (span_eat(&word, "go") && word.len && word.data[0] >= '0' && word.data[0] <= '9')
            return word;
    return span_of(NULL, 0);
}

static void write_stdlib(struct writer *w, struct span go_version)
{
    struct span release = go_release(go_version);

    if (release.len && begin_package(w, SPAN_LITERAL("stdlib"), release))
        json_out_end(w->database.facts);
}

static void write_depends(struct writer *w)
{
    struct span rest = w->modules;
    struct golang_module module;

    STRBUF_AUTO(text, 2 * LIMIT_PACKAGE_NAME);
    json_out_key(w->database.facts, "depends");
    json_out_array(w->database.facts);
    while (golang_next_module(&rest, &module)) {
        if (module.is_main || !module.version.len)
            continue;
        strbuf_clear(&text);
        strbuf_add_span(&text, module.path);
        strbuf_add_byte(&text, '@');
        strbuf_add_span(&text, module.version);
        json_out_string(w->database.facts, strbuf_span(&text));
    }
    json_out_end(w->database.facts);
}

/* Where it was built from, as direct_url.json (PEP 610) says it. */
static void write_origin(struct writer *w)
{
    struct span revision = golang_setting(w->modules, "vcs.revision");

    if (!revision.len)
        return;
    json_out_key(w->database.facts, "origin");
    json_out_object(w->database.facts);
    json_out_key(w->database.facts, "vcs_info");
    json_out_object(w->database.facts);
    json_out_member(w->database.facts, "vcs", golang_setting(w->modules, "vcs"));
    json_out_member(w->database.facts, "commit_id", revision);
    json_out_end(w->database.facts);
    json_out_end(w->database.facts);
}

static void write_main(struct writer *w, struct span path, struct span version)
{
    STRBUF_AUTO(guess, LIMIT_PACKAGE_NAME);

    if (!version.len || span_equal_string(version, DEVEL)) {
        golang_guess_version(w->modules, &guess);
        version = guess.len ? strbuf_span(&guess) : SPAN_LITERAL(DEVEL);
    }
    if (!begin_package(w, path, version))
        return;
    json_out_member_bool(w->database.facts, "requested", true);
    write_depends(w);
    write_origin(w);
    json_out_end(w->database.facts);
}

/* Without a line for the main module its path says it, unless it is a file's or Go's own. */
static bool is_module_path(struct span path)
{
    struct span host = span_head(path, span_find_byte(path, '/'));

    return span_find_byte(host, '.') < host.len;
}

static void write_modules(struct writer *w)
{
    struct span path = golang_line(w->modules, "path");
    struct span rest = w->modules;
    struct golang_module module;
    bool has_main = false;

    while (golang_next_module(&rest, &module)) {
        if (module.is_main && span_equal_string(module.path, "command-line-arguments"))
            continue;
        if (module.is_main && !has_main) {
            has_main = true;
            write_main(w, module.path, module.version);
        } else if (!module.is_main && begin_package(w, module.path, module.version)) {
            json_out_end(w->database.facts);
        }
    }
    if (!has_main && is_module_path(path))
        write_main(w, path, span_of(NULL, 0));
}

static bool golang_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct writer w = {.file = file};
    struct golang_build_info info;
    struct file_parts parts;
    struct elf elf;
    bool is_elf = elf_open_planned(&elf, file, executable_plan, &parts);

    if (!is_elf || !golang_find_build_info(&elf, &info, err)) {
        *file->need_whole = is_elf && elf.lacking && !error_is_set(err);
        json_out_null(facts);
        return !error_is_set(err);
    }
    w.modules = info.modules;
    if (!info.modules.len && !go_release(info.version).len) {
        json_out_null(facts);
        return true;
    }
    database_begin(&w.database, facts);
    write_stdlib(&w, info.version);
    write_modules(&w);
    database_end(&w.database);
    return true;
}

/* ---- assemble() ---- */

static bool golang_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    return executable_assemble("golang", files, findings, err);
}

static const struct wanted wanted[] = {
    {"*", WANTED_ELF},
};

const struct cataloger golang_cataloger = {
    .name = "golang",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = executable_plan,
    .parse = golang_parse,
    .assemble = golang_assemble,
};
