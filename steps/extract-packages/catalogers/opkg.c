/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * opkg's packages (OpenWrt, Yocto, Entware): LIB/opkg/status, with the stanzas of deb822.h, and
 * beside it info/NAME.control, as the package brought it, and info/NAME.list, its files
 * (opkg's pkg_parse.c, pkg.c).
 *
 * "Status: WANT FLAGS STATE": listed is what has its files in the image (states below); not
 * "half-installed", as with dpkg.  Flag "user" tells that a person asked for it,
 * "Auto-Installed: yes" that it came along.  OpenWrt's status has no licence and no source: the
 * control file adds them.  A package that has a control file alone, the status being stripped, is
 * listed from it.
 */
#include <string.h>

#include "catalogers.h"
#include "database.h"
#include "deb822.h"
#include "deb_relations.h"
#include "json_in.h"
#include "owned_files.h"
#include "package_file.h"

static const struct wanted wanted[] = {
    {"/usr/lib/opkg/status", WANTED_WHOLE},         {"/var/lib/opkg/status", WANTED_WHOLE},
    {"/opt/lib/opkg/status", WANTED_WHOLE},         {"/usr/lib/opkg/info/*.control", WANTED_WHOLE},
    {"/var/lib/opkg/info/*.control", WANTED_WHOLE}, {"/opt/lib/opkg/info/*.control", WANTED_WHOLE},
    {"/usr/lib/opkg/info/*.list", WANTED_WHOLE},    {"/var/lib/opkg/info/*.list", WANTED_WHOLE},
    {"/opt/lib/opkg/info/*.list", WANTED_WHOLE},
};

static bool ends_with(const struct file_facts *file, const char *ending)
{
    return span_ends_with(span_string(file->wanted->pattern), ending);
}

/* ---- parse() ---- */

enum field {
    PACKAGE,
    STATUS,
    VERSION,
    ARCHITECTURE,
    SOURCE,
    SOURCE_NAME,
    LICENSE,
    DEPENDS,
    PROVIDES,
    REPLACES,
    AUTO_INSTALLED,
    FIELD_COUNT,
};

static const char *const field_names[FIELD_COUNT] = {
    [PACKAGE] = "Package",
    [STATUS] = "Status",
    [VERSION] = "Version",
    [ARCHITECTURE] = "Architecture",
    [SOURCE] = "Source",
    [SOURCE_NAME] = "SourceName",
    [LICENSE] = "License",
    [DEPENDS] = "Depends",
    [PROVIDES] = "Provides",
    [REPLACES] = "Replaces",
    [AUTO_INSTALLED] = "Auto-Installed",
};

/* The next word of "install user,hold installed". */
static struct span next_word(struct span *rest)
{
    struct span word = span_of(NULL, 0);

    while (!word.len && span_split(rest, ' ', &word))
        ;
    return word;
}

struct state {
    bool has_files;
    bool by_user;
};

static struct state state_of(struct span status)
{
    static const char *const states[] = {"installed", "unpacked", "half-configured",
                                         "post-inst-failed", "removal-failed"};
    struct state state = {0};
    struct span flags;
    struct span flag;
    struct span word;

    next_word(&status);
    flags = next_word(&status);
    word = next_word(&status);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        state.has_files = state.has_files || span_equal_string(word, states[i]);
    while (span_split(&flags, ',', &flag))
        state.by_user = state.by_user || span_equal_string(flag, "user");
    return state;
}

/* "busybox" of OpenWrt's "package/utils/busybox" and of Yocto's "busybox_1.36.1.bb". */
static struct span source_of(const struct span *fields)
{
    struct span source = path_base(fields[SOURCE]);

    if (span_ends_with(source, ".bb"))
        source = span_head(source, span_find_byte(source, '_'));
    return source.len ? source : fields[SOURCE_NAME];
}

static void write_stanza(struct database_writer *w, const struct deb822_stanza *stanza,
                         bool is_control)
{
    const struct span *fields = stanza->fields;
    struct state state = state_of(fields[STATUS]);

    if (stanza->problem)
        database_problem(w, stanza->line, stanza->problem);
    if (!stanza->has_field || (!is_control && !state.has_files) ||
        !database_begin_package(w, stanza->line, fields[PACKAGE], fields[VERSION],
                                fields[ARCHITECTURE]))
        return;
    database_put(w, stanza->line, "source", source_of(fields));
    database_put(w, stanza->line, "license", fields[LICENSE]);
    database_put(w, stanza->line, "depends", fields[DEPENDS]);
    database_put(w, stanza->line, "provides", fields[PROVIDES]);
    database_put(w, stanza->line, "replaces", fields[REPLACES]);
    if (span_equal_string(fields[AUTO_INSTALLED], "yes"))
        json_out_member_bool(w->facts, "requested", false);
    else if (state.by_user)
        json_out_member_bool(w->facts, "requested", true);
    json_out_end(w->facts);
}

static bool opkg_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct deb822 reader = {file->bytes, field_names, FIELD_COUNT, 0};
    struct database_writer writer;
    struct deb822_stanza stanza;

    if (span_ends_with(file->path, ".list"))
        return owned_files_parse_list(file->bytes, facts, err);
    database_begin(&writer, facts);
    while (deb822_read(&reader, &stanza))
        write_stanza(&writer, &stanza, span_ends_with(file->path, ".control"));
    database_end(&writer);
    return true;
}

/* ---- assemble() ---- */

static void add_source(json_t *package, const json_t *facts)
{
    struct span source = json_in_span_or_empty(facts, "source");
    json_t *source_package;

    if (!source.len)
        return;
    source_package = json_new_object();
    json_put_string(source_package, "name", source);
    json_put_null(source_package, "version");
    json_put_take(package, "source_package", source_package);
}

/* What the control file knows and the status did not. */
static void add_details(json_t *package, const json_t *facts)
{
    static const char *const lists[] = {"depends", "provides", "replaces"};
    struct span license = json_in_span_or_empty(facts, "license");

    if (license.len && !json_array_size(json_object_get(package, "licenses")))
        json_append_take(json_object_get(package, "licenses"), json_new_string(license));
    if (json_is_null(json_object_get(package, "source_package")))
        add_source(package, facts);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (!json_array_size(json_object_get(package, lists[i])))
            deb_split(json_object_get(package, lists[i]), json_in_span_or_empty(facts, lists[i]));
    if (json_object_get(facts, "requested"))
        json_put_take(package, "requested", json_incref(json_object_get(facts, "requested")));
}

/* {name: row} of opkg's packages so far. */
struct rows {
    struct findings *findings;
    json_t *by_name;
};

/* What tells of a package that is listed adds to its row: a control file, or one status by two paths. */
static void take_package(struct rows *rows, const json_t *facts, const struct file_facts *from,
                         bool is_control)
{
    struct span name = json_in_span_or_empty(facts, "name");
    struct span version = json_in_span_or_empty(facts, "version");
    json_t *row = json_object_get(rows->by_name, json_in_string_or(facts, "name", ""));

    if (row && span_equal(json_in_span_or_empty(row, "version"), version)) {
        add_details(row, facts);
        return;
    }
    if (row && is_control)
        return;
    row = findings_add_package(rows->findings, "opkg", name, version,
                               json_in_span_or_empty(facts, "arch"), from);
    add_details(row, facts);
    json_put_take(rows->by_name, json_in_string_or(facts, "name", ""), json_incref(row));
}

static bool take_databases(struct rows *rows, const struct file_set *files, const char *ending,
                           struct error *err)
{
    for (size_t i = 0; i < files->count; i++) {
        struct file_set one = {&files->files[i], 1};
        json_t *package;
        size_t n;

        if (!ends_with(one.files, ending))
            continue;
        DATABASE_AUTO(db);
        if (!database_load(&db, &one, rows->findings, err))
            return false;
        json_array_foreach (db.packages, n, package)
            take_package(rows, package, db.from[n],
                         !span_equal_string(span_string(ending), "/status"));
    }
    return true;
}

/* Of "usr/lib/opkg/info/NAME.list", when NAME is listed. */
static void own_files(const struct rows *rows, const struct file_facts *file)
{
    struct span base = path_base(file->path);

    STRBUF_AUTO(name, LIMIT_PATH);
    strbuf_add_span(&name, span_head(base, base.len - strlen(".list")));
    if (json_object_get(rows->by_name, name.data))
        owners_note_facts(&rows->findings->owners, strbuf_span(&name), file->facts);
}

static bool opkg_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    CLEANUP(cleanup_json) json_t *by_name = json_new_object();
    struct rows rows = {findings, by_name};

    if (!take_databases(&rows, files, "/status", err) ||
        !take_databases(&rows, files, ".control", err))
        return false;
    for (size_t i = 0; i < files->count; i++)
        if (ends_with(&files->files[i], ".list"))
            own_files(&rows, &files->files[i]);
    return true;
}

const struct cataloger opkg_cataloger = {
    .name = "opkg",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .parse = opkg_parse,
    .assemble = opkg_assemble,
};
