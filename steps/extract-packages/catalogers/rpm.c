/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rpm packages: rpm's own database in its three forms (rpm_database.h) and the lists that
 * CBL-Mariner's distroless images have in its stead.
 *
 * Facts: those of a database (database.h), of each package what rpm_package.h says.
 * gpg-pubkey, a key that was imported, is in rpm's list as in that of rpm -qa, and no package.
 */
#include <string.h>

#include "catalogers.h"
#include "json_in.h"
#include "owned_files.h"
#include "rpm_database.h"
#include "rpm_package.h"

/* The first that has packages is the one that rpm uses: newer formats and newer places first. */
static const struct wanted wanted[] = {
    {"/usr/lib/sysimage/rpm/rpmdb.sqlite", WANTED_WHOLE},
    {"/usr/share/rpm/rpmdb.sqlite", WANTED_WHOLE},
    {"/var/lib/rpm/rpmdb.sqlite", WANTED_WHOLE},
    {"/usr/lib/sysimage/rpm/Packages.db", WANTED_WHOLE},
    {"/usr/share/rpm/Packages.db", WANTED_WHOLE},
    {"/var/lib/rpm/Packages.db", WANTED_WHOLE},
    {"/usr/lib/sysimage/rpm/Packages", WANTED_WHOLE},
    {"/usr/share/rpm/Packages", WANTED_WHOLE},
    {"/var/lib/rpm/Packages", WANTED_WHOLE},
    {"/var/lib/rpmmanifest/container-manifest-2", WANTED_WHOLE},
};
#define PATTERNS (sizeof wanted / sizeof *wanted)
#define MANIFEST (&wanted[PATTERNS - 1])

/* ---- parse() ---- */

struct reading {
    struct database_writer writer;
    uint64_t bytes_left; /* of headers */
    struct rpm_allowance left;
};

static void take_problem(void *context, const char *message)
{
    struct reading *reading = context;

    database_problem(&reading->writer, 0, message);
}

/* All headers together are no longer than the file, unless some are made of the same bytes. */
static bool take_header(void *context, struct span blob)
{
    struct reading *reading = context;

    if (blob.len > reading->bytes_left) {
        take_problem(context, "packages lie on top of each other: the rest is not read");
        return false;
    }
    reading->bytes_left -= blob.len;
    rpm_package_write(&reading->writer, blob, &reading->left);
    return true;
}

bool rpm_database_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err)
{
    if (rpm_is_sqlite(bytes))
        return rpm_sqlite_read(bytes, visitor, err);
    if (rpm_is_ndb(bytes))
        return rpm_ndb_read(bytes, visitor, err);
    if (rpm_is_bdb(bytes))
        return rpm_bdb_read(bytes, visitor, err);
    return error_set(err, ERROR_MALFORMED, "%s",
                     bytes.len ? "no rpm database: neither Berkeley DB nor SQLite nor ndb"
                               : "no rpm database: the file is empty");
}

/* The fields of a line of the manifest: rpm -qa with a format of Mariner's own, separated by tabs. */
enum manifest_field {
    NAME,
    VERSION_RELEASE,
    VENDOR = 4,
    EPOCH,
    ARCH = 7,
    SOURCE_RPM = 9,
    FIELD_COUNT,
};

static void write_line(struct database_writer *w, size_t line, struct span text)
{
    struct span fields[FIELD_COUNT];
    size_t count = 0;

    STRBUF_AUTO(version, 2 * LIMIT_PACKAGE_NAME);
    while (count < FIELD_COUNT && span_split(&text, '\t', &fields[count])) {
        if (span_equal_string(fields[count], "(none)"))
            fields[count] = span_of(NULL, 0);
        count++;
    }
    if (count < FIELD_COUNT) {
        database_problem(w, line, "a line with too few fields");
        return;
    }
    if (fields[EPOCH].len) {
        strbuf_add_span(&version, fields[EPOCH]);
        strbuf_add_byte(&version, ':');
    }
    strbuf_add_span(&version, fields[VERSION_RELEASE]);
    if (!database_begin_package(w, line, fields[NAME], strbuf_span(&version), fields[ARCH]))
        return;
    database_put(w, line, "vendor", fields[VENDOR]);
    database_put(w, line, "source", fields[SOURCE_RPM]);
    json_out_end(w->facts);
}

static void write_manifest(struct database_writer *w, struct span text)
{
    struct span line;

    for (size_t number = 1; span_next_line(&text, &line); number++)
        if (line.len)
            write_line(w, number, line);
}

static bool rpm_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct reading reading = {.bytes_left = file->bytes.len,
                              .left = {LIMIT_RPM_FILE_NAMES, LIMIT_RPM_RELATIONS}};
    struct rpm_visitor visitor = {take_header, take_problem, &reading};
    bool done = true;

    database_begin(&reading.writer, facts);
    if (file->wanted == MANIFEST)
        write_manifest(&reading.writer, file->bytes);
    else
        done = rpm_database_read(file->bytes, &visitor, err);
    database_end(&reading.writer);
    return done;
}

/* ---- assemble() ---- */

static bool is_key(const json_t *facts)
{
    return strcmp(json_in_string_or(facts, "name", ""), "gpg-pubkey") == 0;
}

/* "name-version-release.arch", as rpm -qa prints it; with_epoch as dnf's repoquery does. */
static json_t *identifier(const json_t *facts, bool with_epoch)
{
    struct rpm_evr evr = rpm_evr_of(json_in_span_or_empty(facts, "version"));
    struct span arch = json_in_span_or_empty(facts, "arch");

    STRBUF_AUTO(text, 32 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&text, json_in_span_or_empty(facts, "name"));
    strbuf_add_byte(&text, '-');
    if (with_epoch && evr.epoch.len) {
        strbuf_add_span(&text, evr.epoch);
        strbuf_add_byte(&text, ':');
    }
    strbuf_add_span(&text, evr.version);
    strbuf_add_byte(&text, '-');
    strbuf_add_span(&text, evr.release);
    if (arch.len) {
        strbuf_add_byte(&text, '.');
        strbuf_add_span(&text, arch);
    }
    return json_new_string(strbuf_span(&text));
}

static json_t *list_of(const json_t *facts, const char *key)
{
    json_t *list = json_object_get(facts, key);

    return list ? json_incref(list) : json_new_array();
}

static void add_to_dependencies(struct findings *findings, const json_t *facts)
{
    struct rpm_evr evr = rpm_evr_of(json_in_span_or_empty(facts, "version"));
    json_t *rpm = json_new_object();

    /* First: the entries are sorted by it (findings_finish). */
    json_put_take(rpm, "package_identifier", identifier(facts, true));
    json_put_string(rpm, "name", json_in_span_or_empty(facts, "name"));
    json_put_take(rpm, "epoch", evr.epoch.len ? json_new_string(evr.epoch) : json_null());
    json_put_string(rpm, "version", evr.version);
    json_put_string(rpm, "release", evr.release);
    json_put_string(rpm, "arch", json_in_span_or_empty(facts, "arch"));
    json_put_bool(rpm, "src", json_in_bool_or(facts, "is_source", false));
    json_put_take(rpm, "dependencies", list_of(facts, "requires"));
    findings_list_take(findings, findings->rpm_dependencies, rpm);
}

/* {name, version} of "glibc-2.28-251.el8.src.rpm". */
static json_t *source_package(struct span file)
{
    static const char *const endings[] = {".src.rpm", ".nosrc.rpm"};
    json_t *source;
    size_t version;

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (span_ends_with(file, endings[i]))
            file = span_head(file, file.len - strlen(endings[i]));
    version = span_find_last_byte(span_head(file, span_find_last_byte(file, '-')), '-');
    if (span_find_last_byte(file, '-') == file.len || version == span_find_last_byte(file, '-'))
        return json_null();
    source = json_new_object();
    json_put_string(source, "name", span_head(file, version));
    json_put_string(source, "version", span_skip(file, version + 1));
    return source;
}

/* Who built it, and the module of its stream. */
static json_t *origin(const json_t *facts)
{
    static const char *const keys[] = {"vendor", "modularity_label"};
    json_t *origin = json_new_object();

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_object_get(facts, keys[i]))
            json_put_string(origin, keys[i], json_in_span_or_empty(facts, keys[i]));
    if (json_object_size(origin))
        return origin;
    json_decref(origin);
    return json_null();
}

static void add_package(struct findings *findings, const json_t *facts,
                        const struct file_facts *from)
{
    struct span name = json_in_span_or_empty(facts, "name");
    struct span license = json_in_span_or_empty(facts, "license");
    json_t *package =
        findings_add_package(findings, "rpm", name, json_in_span_or_empty(facts, "version"),
                             json_in_span_or_empty(facts, "arch"), from);

    json_put_take(package, "source_package",
                  source_package(json_in_span_or_empty(facts, "source")));
    json_put_take(package, "origin", origin(facts));
    if (license.len)
        json_append_take(json_object_get(package, "licenses"), json_new_string(license));
    json_put_take(package, "depends", list_of(facts, "requires"));
    json_put_take(package, "provides", list_of(facts, "provides"));
    json_put_take(package, "replaces", list_of(facts, "obsoletes"));
    owners_note_take(&findings->owners, name, span_of(NULL, 0),
                     json_incref(json_object_get(facts, "files")));
}

/* As database_writer begins them. */
static bool has_packages(const struct file_facts *file)
{
    return !span_starts_with(file->facts, "{\"packages\":[]");
}

/*
 * The database that rpm uses, or NULL: it keeps one, in the format that it was built for.  What
 * an upgrade of the distribution left beside it tells of packages that are gone.
 */
static const struct file_facts *used_database(const struct file_set *files)
{
    const struct file_facts *used = NULL;

    for (size_t i = 0; i < files->count; i++) {
        const struct file_facts *file = &files->files[i];

        if (file->wanted == MANIFEST)
            continue;
        if (!used || has_packages(file) > has_packages(used) ||
            (has_packages(file) == has_packages(used) && file->wanted < used->wanted))
            used = file;
    }
    return used;
}

/* That database and Mariner's list; of the others, which are not the same by another path, a warning. */
static size_t choose_files(const struct file_set *files, struct findings *findings,
                           struct file_facts chosen[static PATTERNS])
{
    const struct file_facts *used = used_database(files);
    size_t count = 0;

    for (size_t i = 0; i < files->count && count < PATTERNS; i++) {
        const struct file_facts *file = &files->files[i];

        if (file == used || file->wanted == MANIFEST)
            chosen[count++] = *file;
        else if (used && has_packages(file) && !span_equal(file->real, used->real))
            findings_warn(findings, "older-database", file->path,
                          "rpm's database is /%.*s; this one beside it is not listed",
                          SPAN_ARG(used->path));
    }
    return count;
}

static bool rpm_assemble(const struct file_set *files, struct findings *findings, struct error *err)
{
    struct file_facts chosen[PATTERNS];
    struct file_set used = {chosen, choose_files(files, findings, chosen)};
    json_t *package;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, &used, findings, err))
        return false;
    json_array_foreach (db.packages, i, package) {
        if (!findings_have_room(findings))
            continue;
        findings_append_take(findings, findings->rpm, identifier(package, false));
        if (!is_key(package)) {
            add_to_dependencies(findings, package);
            add_package(findings, package, db.from[i]);
        }
        database_forget(&db, i);
    }
    return true;
}

const struct cataloger rpm_cataloger = {
    .name = "rpm",
    .wanted = wanted,
    .wanted_count = PATTERNS,
    .limit = LIMIT_WANTED_FILE,
    .parse = rpm_parse,
    .assemble = rpm_assemble,
};
