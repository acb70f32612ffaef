/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Debian packages: /var/lib/dpkg/status, and the files of /var/lib/dpkg/status.d
 * (distroless images).  Format: deb822(5), fields: deb-control(5), dpkg's status(5).
 * An interrupted dpkg leaves /var/lib/dpkg/updates/NUMBER: each holds whole stanzas that
 * take the place of those of status, in the order of their names (dpkg's dbmodify.c).
 *
 * Listed is what has its files in the image: status "installed", "triggers-pending",
 * "triggers-awaited", "half-configured" and "unpacked", whatever is wanted of it.
 * "half-installed" (files partly there, version unsure), "config-files" and
 * "not-installed" are not.  A stanza of status without a Status field is not
 * installed, as dpkg has it; one of status.d is.
 */
#include <string.h>

#include "catalogers.h"
#include "database.h"
#include "deb822.h"
#include "deb_relations.h"
#include "json_in.h"
#include "package_file.h"

static const struct wanted wanted[] = {
    {"/var/lib/dpkg/status", WANTED_WHOLE},
    {"/var/lib/dpkg/status.d/*", WANTED_WHOLE},
    {"/var/lib/dpkg/updates/*", WANTED_WHOLE},
};
#define STATUS_D (&wanted[1])
#define UPDATE (&wanted[2])

/* ---- parse(): a stanza's fields ---- */

enum field {
    PACKAGE,
    STATUS,
    VERSION,
    ARCHITECTURE,
    MULTI_ARCH,
    SOURCE,
    FEATURE,
    PRE_DEPENDS,
    DEPENDS,
    PROVIDES,
    REPLACES,
    FIELD_COUNT,
};

static const char *const field_names[FIELD_COUNT] = {
    [PACKAGE] = "Package",           [STATUS] = "Status",           [VERSION] = "Version",
    [ARCHITECTURE] = "Architecture", [MULTI_ARCH] = "Multi-Arch",   [SOURCE] = "Source",
    [FEATURE] = "Feature",           [PRE_DEPENDS] = "Pre-Depends", [DEPENDS] = "Depends",
    [PROVIDES] = "Provides",         [REPLACES] = "Replaces",
};

/* ---- parse(): which stanzas count ---- */

static bool has_files(struct span status, const struct wanted *kind)
{
    static const char *const states[] = {"installed", "triggers-pending", "triggers-awaited",
                                         "half-configured", "unpacked"};
    struct span state = span_trim(status);
    size_t i;

    if (!state.len)
        return kind == STATUS_D;
    for (i = state.len; i > 0 && state.data[i - 1] != ' ' && state.data[i - 1] != '\t'; i--)
        ;
    state = span_skip(state, i);
    for (i = 0; i < sizeof states / sizeof *states; i++)
        if (span_equal_string(state, states[i]))
            return true;
    return false;
}

/* What an update says of a package that has no files any more. */
static void write_gone(struct database_writer *w, const struct deb822_stanza *stanza)
{
    const struct span *fields = stanza->fields;

    /* The version is of no account. */
    if (!database_begin_package(w, stanza->line, fields[PACKAGE], SPAN_LITERAL("0"),
                                fields[ARCHITECTURE]))
        return;
    if (span_equal_nocase(fields[MULTI_ARCH], SPAN_LITERAL("same")))
        json_out_member_bool(w->facts, "multi_arch_same", true);
    json_out_member_bool(w->facts, "gone", true);
    json_out_end(w->facts);
}

/* "Source: name (version)"; the version is left out where it is the package's own. */
static void put_source(struct database_writer *w, const struct deb822_stanza *stanza)
{
    struct span source = stanza->fields[SOURCE];
    size_t paren = span_find_byte(source, '(');
    struct span version = span_skip(source, paren + 1);

    database_put(w, stanza->line, "source", span_head(source, paren));
    database_put(w, stanza->line, "source_version",
                 span_head(version, span_find_byte(version, ')')));
}

/*
 * vcpkg's databases have this format too, and a stanza of its own for each optional feature of
 * the port before it: that becomes "port[feature]", as vcpkg prints it, with the port's version.
 */
static bool begin_feature(struct database_writer *w, const struct deb822_stanza *stanza,
                          const struct deb822_stanza *port)
{
    const struct span *fields = stanza->fields;

    if (!span_equal(fields[PACKAGE], port->fields[PACKAGE]) ||
        !span_equal(fields[ARCHITECTURE], port->fields[ARCHITECTURE]))
        return database_begin_package(w, stanza->line, fields[PACKAGE], fields[VERSION],
                                      fields[ARCHITECTURE]);
    STRBUF_AUTO(name, 2 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&name, fields[PACKAGE]);
    strbuf_add_byte(&name, '[');
    strbuf_add_span(&name, fields[FEATURE]);
    strbuf_add_byte(&name, ']');
    return database_begin_package(w, stanza->line, strbuf_span(&name), port->fields[VERSION],
                                  fields[ARCHITECTURE]);
}

/* port is the last stanza before this one that is of no feature. */
static void write_stanza(struct database_writer *w, const struct deb822_stanza *stanza,
                         const struct deb822_stanza *port, const struct wanted *kind)
{
    const struct span *fields = stanza->fields;

    if (stanza->problem)
        database_problem(w, stanza->line, stanza->problem);
    if (stanza->has_field && !has_files(fields[STATUS], kind) && kind == UPDATE)
        write_gone(w, stanza);
    if (!stanza->has_field || !has_files(fields[STATUS], kind))
        return;
    if (fields[FEATURE].len ? !begin_feature(w, stanza, port)
                            : !database_begin_package(w, stanza->line, fields[PACKAGE],
                                                      fields[VERSION], fields[ARCHITECTURE]))
        return;
    if (span_equal_nocase(fields[MULTI_ARCH], SPAN_LITERAL("same")))
        json_out_member_bool(w->facts, "multi_arch_same", true);
    put_source(w, stanza);
    database_put(w, stanza->line, "pre_depends", fields[PRE_DEPENDS]);
    database_put(w, stanza->line, "depends", fields[DEPENDS]);
    database_put(w, stanza->line, "provides", fields[PROVIDES]);
    database_put(w, stanza->line, "replaces", fields[REPLACES]);
    json_out_end(w->facts);
}

/* dpkg reads those whose names are digits, ten at most; "tmp.i" is one that was not finished. */
static bool is_update(struct span path)
{
    struct span name = path_base(path);

    for (size_t i = 0; i < name.len; i++)
        if (name.data[i] < '0' || name.data[i] > '9')
            return false;
    return name.len && name.len <= 10;
}

static bool dpkg_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct deb822 reader = {file->bytes, field_names, FIELD_COUNT, 0};
    struct database_writer writer;
    struct deb822_stanza stanza;
    struct deb822_stanza port = {0};

    (void)err;
    if ((file->wanted == STATUS_D && span_ends_with(file->path, ".md5sums")) ||
        (file->wanted == UPDATE && !is_update(file->path))) {
        json_out_null(facts);
        return true;
    }
    database_begin(&writer, facts);
    while (deb822_read(&reader, &stanza)) {
        write_stanza(&writer, &stanza, &port, file->wanted);
        if (!stanza.fields[FEATURE].len)
            port = stanza;
    }
    database_end(&writer);
    return true;
}

/* ---- assemble() ---- */

/*
 * The architecture of the image's dpkg, by which other architectures are foreign: that of
 * the package dpkg, without one that of most packages.
 */
static struct span native_arch(const struct database *db)
{
    CLEANUP(cleanup_json) json_t *counts = json_new_object();
    struct span native = span_of(NULL, 0);
    int64_t most = 0;
    json_t *package;
    size_t i;

    json_array_foreach (db->packages, i, package) {
        struct span arch = json_in_span_or_empty(package, "arch");
        int64_t count;

        if (!arch.len || span_equal_string(arch, "all"))
            continue;
        if (strcmp(json_in_string_or(package, "name", ""), "dpkg") == 0)
            return arch;
        count = json_integer_value(json_object_get(counts, arch.data)) + 1;
        json_put_int(counts, arch.data, count);
        if (count > most) {
            most = count;
            native = arch;
        }
    }
    return native;
}

/* "libc6:amd64" where dpkg -l says so (binary:Package): Multi-Arch: same, or a foreign architecture. */
static json_t *printed_name(const json_t *package, struct span native)
{
    struct span arch = json_in_span_or_empty(package, "arch");
    bool is_foreign = arch.len && !span_equal(arch, native) && !span_equal_string(arch, "all");

    STRBUF_AUTO(name, 8 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&name, json_in_span_or_empty(package, "name"));
    if (is_foreign || json_in_bool_or(package, "multi_arch_same", false)) {
        strbuf_add_byte(&name, ':');
        strbuf_add_span(&name, arch);
    }
    return json_new_string(strbuf_span(&name));
}

static void add_to_deb(struct findings *findings, const json_t *package, struct span native)
{
    json_t *deb = json_new_object();

    json_put_take(deb, "name", printed_name(package, native));
    json_put_string(deb, "version", json_in_span_or_empty(package, "version"));
    json_put_string(deb, "arch", json_in_span_or_empty(package, "arch"));
    findings_list_take(findings, findings->deb, deb);
}

static void add_to_deb_dependencies(struct findings *findings, const json_t *package)
{
    struct span version = json_in_span_or_empty(package, "version");
    size_t colon = span_find_byte(version, ':');
    bool has_epoch = colon < version.len;
    json_t *deb = json_new_object();

    json_put_string(deb, "name", json_in_span_or_empty(package, "name"));
    json_put_string(deb, "version", has_epoch ? span_skip(version, colon + 1) : version);
    json_put_take(deb, "epoch",
                  has_epoch ? json_new_string(span_head(version, colon)) : json_null());
    json_put_string(deb, "arch", json_in_span_or_empty(package, "arch"));
    json_put_take(deb, "pre-depends", deb_relations(json_in_span_or_empty(package, "pre_depends")));
    json_put_take(deb, "depends", deb_relations(json_in_span_or_empty(package, "depends")));
    json_put_take(deb, "replaces", json_new_array());
    findings_list_take(findings, findings->deb_dependencies, deb);
}

static void add_package(struct findings *findings, const json_t *facts,
                        const struct file_facts *from)
{
    struct span name = json_in_span_or_empty(facts, "name");
    struct span version = json_in_span_or_empty(facts, "version");
    struct span source = json_in_span_or_empty(facts, "source");
    struct span source_version = json_in_span_or_empty(facts, "source_version");
    json_t *package = findings_add_package(findings, "deb", name, version,
                                           json_in_span_or_empty(facts, "arch"), from);
    json_t *source_package = json_new_object();

    json_put_string(source_package, "name", source.len ? source : name);
    json_put_string(source_package, "version", source_version.len ? source_version : version);
    json_put_take(package, "source_package", source_package);
    deb_split(json_object_get(package, "depends"), json_in_span_or_empty(facts, "pre_depends"));
    deb_split(json_object_get(package, "depends"), json_in_span_or_empty(facts, "depends"));
    deb_split(json_object_get(package, "provides"), json_in_span_or_empty(facts, "provides"));
    deb_split(json_object_get(package, "replaces"), json_in_span_or_empty(facts, "replaces"));
}

/* The files lie in the order of their names, which is dpkg's. */
static bool apply_updates(struct database *db, const struct file_set *updates,
                          struct findings *findings, struct error *err)
{
    for (size_t i = 0; i < updates->count; i++) {
        struct file_set one = {&updates->files[i], 1};
        json_t *package;
        size_t n;

        DATABASE_AUTO(update);
        if (!database_load(&update, &one, findings, err))
            return false;
        json_array_foreach (update.packages, n, package)
            database_update(db, package, update.from[n],
                            json_in_bool_or(package, "multi_arch_same", false));
    }
    return true;
}

/* status and status.d come before updates in the order of paths. */
static bool load_all(struct database *db, const struct file_set *files, struct findings *findings,
                     struct error *err)
{
    struct file_set whole = {files->files, 0};
    struct file_set updates;

    while (whole.count < files->count && files->files[whole.count].wanted != UPDATE)
        whole.count++;
    updates = (struct file_set){files->files + whole.count, files->count - whole.count};
    return database_load(db, &whole, findings, err) && apply_updates(db, &updates, findings, err);
}

static bool dpkg_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    json_t *package;
    size_t i;

    DATABASE_AUTO(db);
    if (!load_all(&db, files, findings, err))
        return false;
    STRBUF_AUTO(native, 4 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&native, native_arch(&db));
    json_array_foreach (db.packages, i, package) {
        if (!findings_have_room(findings))
            continue;
        add_to_deb(findings, package, strbuf_span(&native));
        add_to_deb_dependencies(findings, package);
        add_package(findings, package, db.from[i]);
        database_forget(&db, i);
    }
    return true;
}

const struct cataloger dpkg_cataloger = {
    .name = "dpkg",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = dpkg_parse,
    .assemble = dpkg_assemble,
};
