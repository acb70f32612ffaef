/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies beside dpkg's status and tells more of the packages that dpkg.c listed:
 *
 * - which files they brought: info/NAME.list or info/NAME:ARCH.list, a path a line
 *   (dpkg-query(1), "--listfiles"); in distroless images status.d/FILE.md5sums, "digest  path";
 * - which of them a person asked for: apt's extended_states has "Auto-Installed: 1" of those
 *   that came along (apt-mark(8)).  Without that file nothing is said.
 *
 * Lists of packages that are not installed (conffiles are left of them) name no owner.
 */
#include <string.h>

#include "catalogers.h"
#include "deb822.h"
#include "json_in.h"
#include "owned_files.h"

static const struct wanted wanted[] = {
    {"/var/lib/dpkg/info/*.list", WANTED_WHOLE},
    {"/var/lib/dpkg/status.d/*.md5sums", WANTED_WHOLE},
    {"/var/lib/apt/extended_states", WANTED_WHOLE},
};
#define WANTED_LIST (&wanted[0])
#define WANTED_MD5SUMS (&wanted[1])
#define WANTED_STATES (&wanted[2])

/* ---- parse() ---- */

/* "digest  path", as md5sum prints it; the path may begin with "./". */
static bool md5sums_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    struct span line;

    OWNED_FILES_AUTO(files);
    while (span_next_line(&bytes, &line)) {
        line = span_trim(span_skip(line, span_find_byte(line, ' ')));
        span_eat(&line, "./");
        owned_files_add(&files, line);
    }
    return owned_files_write(&files, facts, err);
}

enum field {
    PACKAGE,
    ARCHITECTURE,
    AUTO_INSTALLED,
    FIELD_COUNT,
};

/* ["name:arch" or "name"], of those that came along. */
static void states_facts(struct span bytes, struct json_out *facts)
{
    static const char *const names[FIELD_COUNT] = {"Package", "Architecture", "Auto-Installed"};
    struct deb822 reader = {bytes, names, FIELD_COUNT, 0};
    struct deb822_stanza stanza;
    size_t count = 0;

    STRBUF_AUTO(name, 2 * LIMIT_PACKAGE_NAME);
    json_out_array(facts);
    while (deb822_read(&reader, &stanza) && count < LIMIT_DATABASE_PACKAGES) {
        if (!stanza.fields[PACKAGE].len || !span_equal_string(stanza.fields[AUTO_INSTALLED], "1"))
            continue;
        count++;
        strbuf_clear(&name);
        strbuf_add_span(&name, stanza.fields[PACKAGE]);
        if (stanza.fields[ARCHITECTURE].len) {
            strbuf_add_byte(&name, ':');
            strbuf_add_span(&name, stanza.fields[ARCHITECTURE]);
        }
        json_out_string(facts, strbuf_span(&name));
    }
    json_out_end(facts);
}

static bool dpkg_files_parse(const struct wanted_file *file, struct json_out *facts,
                             struct error *err)
{
    if (file->wanted == WANTED_LIST)
        return owned_files_parse_list(file->bytes, facts, err);
    if (file->wanted == WANTED_MD5SUMS)
        return md5sums_facts(file->bytes, facts, err);
    states_facts(file->bytes, facts);
    return true;
}

/* ---- assemble(): owners ---- */

static bool is_deb(const json_t *package)
{
    return strcmp(json_in_string_or(package, "type", ""), "deb") == 0;
}

/* {name of a deb that is listed: true, "/path" of a file of status.d: its package's name}. */
static json_t *index_of_debs(const struct findings *findings)
{
    json_t *index = json_new_object();
    json_t *package;
    size_t i;

    json_array_foreach (findings->packages, i, package) {
        const char *name = json_in_string_or(package, "name", "");

        if (!is_deb(package))
            continue;
        json_put_bool(index, name, true);
        json_put_string(index, json_in_string_or(package, "location", ""), span_string(name));
    }
    return index;
}

/* The package of "var/lib/dpkg/info/libc6:amd64.list", or nothing when it is not listed. */
static struct span package_of_list(const json_t *debs, struct span path)
{
    struct span file = span_skip(path, span_find_last_byte(path, '/') + 1);
    struct span name = span_head(file, file.len - (sizeof ".list" - 1));

    STRBUF_AUTO(key, LIMIT_PATH);
    name = span_head(name, span_find_byte(name, ':'));
    strbuf_add_span(&key, name);
    return json_is_true(json_object_get(debs, key.data)) ? name : span_of(NULL, 0);
}

/* The package that "var/lib/dpkg/status.d/FILE" told of, of FILE.md5sums. */
static struct span package_of_md5sums(const json_t *debs, struct span path)
{
    const json_t *name;

    STRBUF_AUTO(location, LIMIT_PATH);
    strbuf_add_byte(&location, '/');
    strbuf_add_span(&location, span_head(path, path.len - (sizeof ".md5sums" - 1)));
    name = json_object_get(debs, location.data);
    return json_is_string(name) ? json_in_span(name) : span_of(NULL, 0);
}

static void own_files(const struct file_facts *file, const json_t *debs, struct findings *findings)
{
    bool is_list = file->wanted == WANTED_LIST;
    struct span owner =
        is_list ? package_of_list(debs, file->path) : package_of_md5sums(debs, file->path);

    if (owner.len)
        owners_note_facts(&findings->owners, owner, file->facts);
}

/* ---- assemble(): requested ---- */

/* As a set, and without the architecture: apt writes the machine's own of those for all of them. */
static json_t *set_of(const json_t *automatic)
{
    json_t *set = json_new_object();
    json_t *name;
    size_t i;

    json_array_foreach (automatic, i, name) {
        struct span text = json_in_span(name);
        size_t colon = span_find_byte(text, ':');

        json_put_bool(set, json_string_value(name), true);
        STRBUF_AUTO(any, 8 * LIMIT_PACKAGE_NAME);
        strbuf_add_span(&any, span_head(text, colon));
        strbuf_add_string(&any, colon < text.len ? ":all" : ":");
        json_put_bool(set, any.data, true);
    }
    return set;
}

static bool is_in(const json_t *set, const char *name, const char *arch)
{
    STRBUF_AUTO(key, 8 * LIMIT_PACKAGE_NAME);
    strbuf_addf(&key, "%s:%s", name, arch);
    return json_object_get(set, key.data) != NULL;
}

static bool tell_requested(const struct file_facts *file, struct findings *findings,
                           struct error *err)
{
    CLEANUP(cleanup_json) json_t *automatic = facts_of(file, err);
    json_t *package;
    size_t i;

    if (!automatic)
        return false;
    CLEANUP(cleanup_json) json_t *set = set_of(automatic);
    json_array_foreach (findings->packages, i, package) {
        const char *name = json_in_string_or(package, "name", "");

        if (is_deb(package))
            json_put_bool(package, "requested",
                          !is_in(set, name, json_in_string_or(package, "arch", "")) &&
                              !is_in(set, name, ""));
    }
    return true;
}

static bool dpkg_files_assemble(const struct file_set *files, struct findings *findings,
                                struct error *err)
{
    CLEANUP(cleanup_json) json_t *debs = index_of_debs(findings);

    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];

        if (file->wanted != WANTED_STATES)
            own_files(file, debs, findings);
        else if (!tell_requested(file, findings, err))
            return false;
    }
    return true;
}

const struct cataloger dpkg_files_cataloger = {
    .name = "dpkg-files",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_FILE_LIST,
    .parse = dpkg_files_parse,
    .assemble = dpkg_files_assemble,
};
