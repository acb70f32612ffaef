/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which operating system this is: os-release(5), and of Debian, whose os-release tells only the
 * major version, the point release in debian_version.
 */
#include "os_release.h"

#include "catalogers.h"
#include "json_in.h"

static const struct wanted wanted[] = {
    {"/etc/debian_version", WANTED_WHOLE},
    {"/etc/os-release", WANTED_WHOLE},
    {"/usr/lib/os-release", WANTED_WHOLE},
};

static bool is_number(struct span s)
{
    uint64_t value;

    return span_to_uint64(s, &value);
}

/* "12.5\n", or "12"; nothing of "trixie/sid". */
static struct span point_release(struct span text)
{
    struct span version = span_trim(text);
    size_t dot = span_find_byte(version, '.');
    bool is_release = is_number(span_head(version, dot)) &&
                      (dot == version.len || is_number(span_skip(version, dot + 1)));

    return is_release ? version : span_of(NULL, 0);
}

/* Facts: os-release's assignments, or debian_version's text. */
static bool os_release_facts(const struct wanted_file *file, struct json_out *facts,
                             struct error *err)
{
    (void)err;
    if (file->wanted == &wanted[0]) {
        json_out_string(facts, point_release(file->bytes));
    } else {
        CLEANUP(cleanup_json) json_t *names = os_release_parse(file->bytes);

        json_out_value(facts, names);
    }
    return true;
}

/* The files are sorted, so that /etc comes before /usr/lib, as os-release(5) has it. */
static bool os_release_assemble(const struct file_set *files, struct findings *findings,
                                struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *names = facts_of(&files->files[i], err);

        if (!names)
            return false;
        if (json_is_string(names)) {
            json_decref(findings->debian_version);
            findings->debian_version = STEAL(names);
            continue;
        }
        if (!json_object_size(names))
            continue;
        json_decref(findings->operating_system);
        findings->operating_system = STEAL(names);
        return true;
    }
    return true;
}

const struct cataloger os_release_cataloger = {
    .name = "os-release",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = 1 * MIB, /* real ones have some hundred bytes */
    .parse = os_release_facts,
    .assemble = os_release_assemble,
};
