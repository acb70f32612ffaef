/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Installed R packages: the DESCRIPTION in each one's folder, in the form of Debian's control files
 * ("Writing R Extensions", 1.1.1).  R adds the field Built when it installs a package; a
 * DESCRIPTION without it is a source's.
 */
#include "catalogers.h"
#include "folding.h"
#include "json_in.h"
#include "package_file.h"

/* ---- parse() ---- */

static bool is_continued(struct span rest)
{
    return rest.len && (rest.data[0] == ' ' || rest.data[0] == '\t');
}

/* The first field of that name, with its continuation lines. */
static struct span field(struct span text, const char *name)
{
    struct span line;

    while (span_next_line(&text, &line)) {
        struct span value = line;

        if (!span_eat(&value, name) || !span_eat(&value, ":"))
            continue;
        while (is_continued(text)) {
            span_next_line(&text, &line);
            value.len = (size_t)(line.data + line.len - value.data);
        }
        return span_trim(value);
    }
    return span_of(NULL, 0);
}

static void write_item(struct json_out *facts, struct span item)
{
    STRBUF_AUTO(folded, LIMIT_PACKAGE_FIELD);

    fold_blanks(&folded, item);
    if (folded.len)
        package_write_text(facts, strbuf_span(&folded));
}

/* Each of "R (>= 3.5), methods". */
static void write_list(struct json_out *facts, struct span list)
{
    struct span item;

    while (span_split(&list, ',', &item))
        write_item(facts, item);
}

static void write_package(struct span text, struct json_out *facts)
{
    static const char *const depends[] = {"Depends", "Imports", "LinkingTo"};

    json_out_object(facts);
    json_out_member(facts, "name", field(text, "Package"));
    json_out_member(facts, "version", field(text, "Version"));
    json_out_key(facts, "licenses");
    json_out_array(facts);
    write_item(facts, field(text, "License"));
    json_out_end(facts);
    json_out_key(facts, "depends");
    json_out_array(facts);
    for (size_t i = 0; i < sizeof depends / sizeof *depends; i++)
        write_list(facts, field(text, depends[i]));
    json_out_end(facts);
    json_out_end(facts);
}

static bool r_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (!field(file->bytes, "Built").len) {
        json_out_null(facts);
        return true;
    }
    if (!package_word(field(file->bytes, "Package")))
        return error_set(err, ERROR_MALFORMED, "an R package without a usable name");
    if (!package_word(field(file->bytes, "Version")))
        return error_set(err, ERROR_MALFORMED, "an R package without a usable version");
    write_package(file->bytes, facts);
    return true;
}

/* ---- assemble() ---- */

static bool r_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(&files->files[i], err);

        if (!facts)
            return false;
        if (json_is_object(facts) && !package_add(findings, "cran", &files->files[i], facts, err))
            return false;
    }
    return true;
}

static const struct wanted wanted[] = {
    /* Libraries can be anywhere (R_LIBS, renv). */
    {"*/DESCRIPTION", WANTED_WHOLE},
};

const struct cataloger r_cataloger = {
    .name = "r",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_R_DESCRIPTION,
    .parse = r_parse,
    .assemble = r_assemble,
};
