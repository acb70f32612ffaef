/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which files dpkg's packages brought: info/NAME.list or info/NAME:ARCH.list, a path a
 * line (dpkg-query(1), "--listfiles"), so that what lies in them shows its owner.
 *
 * Facts are the text itself, as one JSON string.
 */
#include "catalogers.h"

static bool dpkg_files_parse(const struct wanted_file *file, struct json_out *facts,
                             struct error *err)
{
    (void)err;
    json_out_string(facts, file->bytes);
    return true;
}

/* "libc6" of "var/lib/dpkg/info/libc6:amd64.list", as rows name their owner. */
static struct span package_of(struct span path)
{
    struct span name = span_skip(path, span_find_last_byte(path, '/') + 1);

    name = span_head(name, name.len - (sizeof ".list" - 1));
    return span_head(name, span_find_byte(name, ':'));
}

/* The lists of a whole system have 100,000 lines. */
static void own_files(struct findings *findings, struct span owner, struct span facts)
{
    struct span line;

    STRBUF_AUTO(room, LIMIT_FILE_LIST);
    while (facts_next_line(&facts, &room, &line)) {
        /* Each list begins with the root itself. */
        if (span_eat(&line, "/") && line.len && !span_equal_string(line, "."))
            findings_own(findings, owner, line);
    }
}

static bool dpkg_files_assemble(const struct file_set *files, struct findings *findings,
                                struct error *err)
{
    (void)err;
    for (size_t i = 0; i < files->count; i++) {
        struct span owner = package_of(files->files[i].path);

        if (owner.len)
            own_files(findings, owner, files->files[i].facts);
    }
    return true;
}

static const struct wanted wanted[] = {
    {"/var/lib/dpkg/info/*.list", WANTED_WHOLE},
};

const struct cataloger dpkg_files_cataloger = {
    .name = "dpkg-files",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_FILE_LIST,
    .parse = dpkg_files_parse,
    .assemble = dpkg_files_assemble,
};
