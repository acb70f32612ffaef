/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Modules of Linux below lib/modules: rows of type generic.  A module is an ELF file of type
 * relocatable; its section .modinfo has strings "key=value" (the kernel's include/linux/module.h,
 * modinfo(8)).  Version is that of the module, or where it has none the kernel's it was built for
 * (first word of "vermagic").  What is compressed (.ko.xz, .zst, .gz) is not looked into: it has
 * its file's name, and the version of the folder that it lies in.
 *
 * Facts: the members of a row and "kernel", "srcversion"; null of a file that is no module.
 */
#include <string.h>

#include "catalogers.h"
#include "elf.h"
#include "json_in.h"
#include "package_file.h"

#define ELF_RELOCATABLE 1
/* What is kept of one value: the longest are licences and signatures' names. */
#define LONGEST_VALUE ((size_t)256)
#define MODULES "lib/modules/"

static const struct wanted wanted[] = {
    {"*.ko", WANTED_ELF},
    {"*.ko.xz", WANTED_NAME},
    {"*.ko.zst", WANTED_NAME},
    {"*.ko.gz", WANTED_NAME},
};

/* ---- parse() ---- */

static bool modules_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    struct elf elf;

    if (!elf_open(&elf, head, size) || elf.type != ELF_RELOCATABLE)
        return false;
    *ret = (struct file_parts){.whole = true};
    return true;
}

/* The value of the first "key=value" in .modinfo, whose strings end with NUL. */
static struct span value_of(struct span modinfo, const char *key)
{
    struct span entry;

    while (span_split(&modinfo, '\0', &entry))
        if (span_eat(&entry, key) && span_eat(&entry, "="))
            return span_head(span_trim(entry), LONGEST_VALUE);
    return span_of(NULL, 0);
}

static struct span read_modinfo(const struct wanted_file *file)
{
    struct elf_section section;
    struct span modinfo;
    struct elf elf;

    if (file->wanted != &wanted[0] || !elf_open(&elf, file->bytes, file->size) ||
        !elf_find_section(&elf, ".modinfo", &section) ||
        !elf_bytes(&elf, section.offset, section.size, &modinfo))
        return span_of(NULL, 0);
    return modinfo;
}

/* As the kernel calls it: "snd_hda_intel" of "snd-hda-intel.ko.xz". */
static void add_name(struct strbuf *name, struct span path)
{
    struct span base = path_base(path);

    base = span_head(base, span_find(base, ".ko"));
    for (size_t i = 0; i < base.len; i++)
        strbuf_add_byte(name, base.data[i] == '-' ? '_' : base.data[i]);
}

/* "6.1.0-9-amd64" of "lib/modules/6.1.0-9-amd64/kernel/fs/ext4/ext4.ko". */
static struct span folder_release(struct span path)
{
    struct span rest = span_skip(path, span_find(path, MODULES) + strlen(MODULES));

    return span_head(rest, span_find_byte(rest, '/'));
}

static void write_depends(struct json_out *facts, struct span names)
{
    struct span name;

    json_out_key(facts, "depends");
    json_out_array(facts);
    while (span_split(&names, ',', &name))
        if (name.len)
            json_out_string(facts, name);
    json_out_end(facts);
}

static void write_facts(const struct wanted_file *file, struct span modinfo, struct json_out *facts)
{
    struct span release = value_of(modinfo, "vermagic");
    struct span version = value_of(modinfo, "version");
    struct span license = value_of(modinfo, "license");

    STRBUF_AUTO(name, LIMIT_PATH);
    strbuf_add_span(&name, value_of(modinfo, "name"));
    if (!name.len)
        add_name(&name, file->path);
    release = span_head(release, span_find_byte(release, ' '));
    if (!release.len)
        release = span_head(folder_release(file->path), LONGEST_VALUE);
    json_out_object(facts);
    json_out_member(facts, "name", strbuf_span(&name));
    json_out_member(facts, "version", version.len ? version : release);
    json_out_member(facts, "kernel", release);
    json_out_member(facts, "srcversion", value_of(modinfo, "srcversion"));
    json_out_key(facts, "licenses");
    json_out_array(facts);
    if (license.len)
        json_out_string(facts, license);
    json_out_end(facts);
    write_depends(facts, value_of(modinfo, "depends"));
    json_out_end(facts);
}

static bool modules_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span modinfo = read_modinfo(file);
    bool is_compressed = file->wanted != &wanted[0];

    (void)err;
    if (!span_contains(file->path, MODULES) || (!is_compressed && !modinfo.len))
        json_out_null(facts);
    else
        write_facts(file, modinfo, facts);
    return true;
}

/* ---- assemble() ---- */

static bool add_module(struct findings *findings, const struct file_facts *file,
                       const json_t *facts, struct error *err)
{
    static const char *const keys[] = {"kernel", "srcversion"};
    json_t *package = package_add(findings, "generic", file, facts, err);
    json_t *origin;

    if (!package)
        return false;
    origin = json_new_object();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_in_span_or_empty(facts, keys[i]).len)
            json_put_string(origin, keys[i], json_in_span_or_empty(facts, keys[i]));
    json_put_take(package, "origin", origin);
    return true;
}

static bool modules_assemble(const struct file_set *files, struct findings *findings,
                             struct error *err)
{
    const struct file_facts *first = NULL;
    size_t without = 0;

    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];
        CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);

        if (!facts)
            return false;
        if (json_is_null(facts))
            continue;
        if (!json_in_span_or_empty(facts, "name").len ||
            !json_in_span_or_empty(facts, "version").len) {
            first = first ? first : file;
            without++;
        } else if (!add_module(findings, file, facts, err)) {
            return false;
        }
    }
    if (without && first)
        findings_warn(findings, "no-version", first->path, "%zu %s of the kernel without a version",
                      without, without == 1 ? "module" : "modules");
    return true;
}

const struct cataloger kernel_modules_cataloger = {
    .name = "linux-kernel-modules",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = modules_plan,
    .parse = modules_parse,
    .assemble = modules_assemble,
};
