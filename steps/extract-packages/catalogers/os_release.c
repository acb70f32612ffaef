/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which operating system this is: os-release(5). */
#include "os_release.h"

#include "catalogers.h"
#include "json_in.h"

static bool os_release_facts(const struct wanted_file *file, struct json_out *facts,
                             struct error *err)
{
    CLEANUP(cleanup_json) json_t *names = os_release_parse(file->bytes);

    (void)err;
    json_out_value(facts, names);
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
        if (!json_object_size(names))
            continue;
        json_decref(findings->operating_system);
        findings->operating_system = STEAL(names);
        return true;
    }
    return true;
}

static const struct wanted wanted[] = {
    {"/etc/os-release", WANTED_WHOLE},
    {"/usr/lib/os-release", WANTED_WHOLE},
};

const struct cataloger os_release_cataloger = {
    .name = "os-release",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = 1 * MIB, /* real ones have some hundred bytes */
    .parse = os_release_facts,
    .assemble = os_release_assemble,
};
