/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kernels of Linux: rows "linux-kernel" of type generic, as syft names them, with the release as
 * version ("6.1.0-56-cloud-amd64").  A bzImage tells it in its header (the kernel's
 * Documentation/arch/x86/boot.rst, "kernel_version").  Images of other architectures (their
 * booting.rst, "magic" at 0x38; EFI's zboot, "zimg") have it in compressed bytes alone: what a
 * folder of modules or the file is called stands for it.
 *
 * Facts: {"version", "build"}, null of a file that is no kernel.
 */
#include <string.h>

#include "catalogers.h"
#include "json_in.h"
#include "package_file.h"

/* The setup code, which the version is in, has 64 sectors at most. */
#define HEAD ((size_t)66 * 512)
#define LONGEST_BUILD 256

/* ---- parse() ---- */

static bool has_at(struct span bytes, size_t at, const char *text)
{
    size_t length = strlen(text);

    return span_equal(span_head(span_skip(bytes, at), length), span_of(text, length));
}

static size_t get16(struct span bytes, size_t at)
{
    return (size_t)(unsigned char)bytes.data[at] | (size_t)(unsigned char)bytes.data[at + 1] << 8;
}

/* "6.1.0-9-amd64 (debian-kernel@lists.debian.org) #1 SMP ...": what uname -rv prints. */
static struct span build_of_bzimage(struct span bytes)
{
    struct span text;

    if (!has_at(bytes, 0x1fe, "\x55\xaa") || !has_at(bytes, 0x202, "HdrS") || bytes.len < 0x210 ||
        !get16(bytes, 0x20e))
        return span_of(NULL, 0);
    text = span_skip(bytes, get16(bytes, 0x20e) + 0x200);
    return span_head(text, span_find_byte(text, '\0'));
}

static bool is_other_kernel(struct span bytes)
{
    return has_at(bytes, 0x38, "ARM\x64") || has_at(bytes, 0x38, "RSC\x05") ||
           (has_at(bytes, 0, "MZ") && has_at(bytes, 4, "zimg"));
}

/* Of ".../modules/RELEASE/vmlinuz" or "vmlinuz-RELEASE". */
static struct span release_of_path(struct span path)
{
    struct span base = path_base(path);
    struct span folder = path_folder(path);

    if (span_eat(&base, "vmlinuz-") || span_eat(&base, "kernel-"))
        return base;
    if (span_ends_with(path_folder(folder), "modules"))
        return path_base(folder);
    return span_of(NULL, 0);
}

static bool begins_with_digit(struct span s)
{
    return s.len && s.data && s.data[0] >= '0' && s.data[0] <= '9';
}

static bool kernel_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span build = build_of_bzimage(file->bytes);
    struct span release = span_head(build, span_find_byte(build, ' '));

    (void)err;
    if (!release.len && is_other_kernel(file->bytes))
        release = release_of_path(file->path);
    if (!package_word(release) || !begins_with_digit(release)) {
        json_out_null(facts);
        return true;
    }
    json_out_object(facts);
    json_out_member(facts, "version", release);
    if (build.len)
        json_out_member(facts, "build", span_head(build, LONGEST_BUILD));
    json_out_end(facts);
    return true;
}

/* ---- assemble() ---- */

/* A copy of one that is listed (/boot has it, and the modules' folder) is none more. */
static bool add_kernel(struct findings *findings, json_t *seen, const struct file_facts *file,
                       struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    struct span build = json_in_span_or_empty(facts, "build");
    const char *version = json_in_string_or(facts, "version", "");
    const struct file_facts *from = facts ? package_origin(file, facts, err) : NULL;
    json_t *package;

    if (!from)
        return false;
    if (!*version || json_object_get(seen, version))
        return true;
    json_put_bool(seen, version, true);
    package = findings_add_package(findings, "generic", SPAN_LITERAL("linux-kernel"),
                                   span_string(version), span_of(NULL, 0), from);
    if (build.len) {
        json_t *origin = json_new_object();

        json_put_string(origin, "build", build);
        json_put_take(package, "origin", origin);
    }
    return true;
}

static bool kernel_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();

    for (size_t i = 0; i < files->count; i++)
        if (!add_kernel(findings, seen, &files->files[i], err))
            return false;
    return true;
}

static const struct wanted wanted[] = {
    {"vmlinuz", WANTED_HEAD},  {"vmlinuz-*", WANTED_HEAD}, {"kernel", WANTED_HEAD},
    {"kernel-*", WANTED_HEAD}, {"bzImage", WANTED_HEAD},
};

const struct cataloger kernel_cataloger = {
    .name = "linux-kernel",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = HEAD,
    .parse = kernel_parse,
    .assemble = kernel_assemble,
};
