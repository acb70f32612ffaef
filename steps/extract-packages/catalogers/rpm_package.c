/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rpm_package.h"

#include <stdlib.h>

#include "owned_files.h"
#include "rpm_header.h"
#include "xalloc.h"

/* rpm's include/rpm/rpmds.h: rpmsenseFlags. */
#define SENSE_LESS 2U
#define SENSE_GREATER 4U
#define SENSE_EQUAL 8U
#define SENSE_COMPARES (SENSE_LESS | SENSE_GREATER | SENSE_EQUAL)
/* A folder's mode, as a 16-bit number of the header. */
#define MODE_TYPE 0170000U
#define MODE_DIRECTORY 0040000U
/* rpm's include/rpm/rpmfiles.h: RPMFILE_GHOST. */
#define FLAG_GHOST 64U

/* ---- what it requires and provides ---- */

struct relation_tags {
    const char *key;
    enum rpm_tag names;
    enum rpm_tag flags;
    enum rpm_tag versions;
};

static void write_relation(struct json_out *facts, struct span name, uint32_t flags,
                           struct span version)
{
    STRBUF_AUTO(text, LIMIT_PACKAGE_FIELD);
    strbuf_add_span(&text, name);
    if (flags & SENSE_COMPARES) {
        strbuf_add_byte(&text, ' ');
        if (flags & SENSE_LESS)
            strbuf_add_byte(&text, '<');
        if (flags & SENSE_GREATER)
            strbuf_add_byte(&text, '>');
        if (flags & SENSE_EQUAL)
            strbuf_add_byte(&text, '=');
        if (version.len) {
            strbuf_add_byte(&text, ' ');
            strbuf_add_span(&text, version);
        }
    }
    if (!strbuf_overflowed(&text))
        json_out_string(facts, strbuf_span(&text));
}

static const struct relation_tags relations[] = {
    {"requires", RPM_REQUIRE_NAME, RPM_REQUIRE_FLAGS, RPM_REQUIRE_VERSION},
    {"provides", RPM_PROVIDE_NAME, RPM_PROVIDE_FLAGS, RPM_PROVIDE_VERSION},
    {"obsoletes", RPM_OBSOLETE_NAME, RPM_OBSOLETE_FLAGS, RPM_OBSOLETE_VERSION},
};

/* Returns what is wrong with the list, or NULL; nothing is written of a tag that is not there. */
static const char *write_relations(struct json_out *facts, const struct rpm_header *header,
                                   const struct relation_tags *tags, struct rpm_allowance *left)
{
    struct rpm_strings names = rpm_header_strings(header, tags->names);
    struct rpm_strings versions = rpm_header_strings(header, tags->versions);
    struct span name;

    if (!names.left)
        return NULL;
    json_out_key(facts, tags->key);
    json_out_array(facts);
    for (size_t i = 0; left->relations && rpm_strings_next(&names, &name); i++) {
        struct span version = span_of(NULL, 0);
        uint32_t flags = 0;

        left->relations--;
        rpm_strings_next(&versions, &version);
        rpm_header_number(header, tags->flags, i, &flags);
        write_relation(facts, name, flags, version);
    }
    json_out_end(facts);
    if (!names.left)
        return NULL;
    return left->relations ? "a list in its header is cut short"
                           : "more relations than are read of one database";
}

/* ---- its files ---- */

/*
 * Folders are shared; a file with a state was not installed, or another package's took its place;
 * a ghost is a name that was not brought: rpm claims its own database so, where all packages lie.
 */
static bool is_own_file(const struct rpm_header *header, size_t i)
{
    uint32_t mode = 0;
    uint32_t state = 0;
    uint32_t flags = 0;

    rpm_header_number(header, RPM_FILE_MODES, i, &mode);
    rpm_header_number(header, RPM_FILE_STATES, i, &state);
    rpm_header_number(header, RPM_FILE_FLAGS, i, &flags);
    return (mode & MODE_TYPE) != MODE_DIRECTORY && !state && !(flags & FLAG_GHOST);
}

static struct span without_slashes(struct span folder)
{
    span_eat(&folder, "/");
    while (folder.len && folder.data[folder.len - 1] == '/')
        folder.len--;
    return folder;
}

/* The package's folders by their index. */
struct folders {
    struct span *items;
    size_t count;
    size_t capacity;
};

static void read_folders(const struct rpm_header *header, struct folders *ret)
{
    struct rpm_strings names = rpm_header_strings(header, RPM_DIRECTORY_NAMES);
    struct span name;

    while (ret->count < LIMIT_RPM_FOLDERS && rpm_strings_next(&names, &name)) {
        XGROW(ret->items, ret->count, ret->capacity);
        ret->items[ret->count++] = without_slashes(name);
    }
}

/* Returns what is wrong with the list, or NULL. */
static const char *add_files(const struct rpm_header *header, const struct folders *folders,
                             struct owned_files *files)
{
    struct rpm_strings names = rpm_header_strings(header, RPM_BASE_NAMES);
    const char *problem = NULL;
    struct span name;
    uint32_t index;

    for (size_t i = 0; rpm_strings_next(&names, &name) && !strbuf_overflowed(&files->text); i++) {
        if (!rpm_header_number(header, RPM_DIRECTORY_INDEXES, i, &index) || index >= folders->count)
            problem = "a file in its list has no folder";
        else if (is_own_file(header, i))
            owned_files_add_in(files, folders->items[index], name);
    }
    return names.left && !strbuf_overflowed(&files->text) ? "its list of files is cut short"
                                                          : problem;
}

static void add_old_files(const struct rpm_header *header, struct owned_files *files)
{
    struct rpm_strings names = rpm_header_strings(header, RPM_OLD_FILE_NAMES);
    struct span name;

    for (size_t i = 0; rpm_strings_next(&names, &name) && !strbuf_overflowed(&files->text); i++)
        if (is_own_file(header, i))
            owned_files_add(files, without_slashes(name));
}

static void write_files(struct database_writer *w, const struct rpm_header *header,
                        struct span package, struct rpm_allowance *left)
{
    struct folders folders = {0};
    const char *problem;
    struct span text;

    OWNED_FILES_AUTO(files);
    read_folders(header, &folders);
    problem = add_files(header, &folders, &files);
    free(folders.items);
    add_old_files(header, &files);
    text = owned_files_end(&files);
    if (strbuf_overflowed(&files.text) || text.len > left->names) {
        problem = "more names of files than are read of a package or a database";
        text.len = 0;
    }
    left->names -= text.len;
    if (problem)
        database_problem_of(w, package, problem);
    if (text.len)
        json_out_member(w->facts, "files", text);
}

/* ---- the package ---- */

static bool add_version(struct strbuf *out, const struct rpm_header *header)
{
    struct span version = rpm_header_string(header, RPM_VERSION);
    struct span release = rpm_header_string(header, RPM_RELEASE);
    uint32_t epoch;

    if (rpm_header_number(header, RPM_EPOCH, 0, &epoch))
        strbuf_addf(out, "%u:", epoch);
    strbuf_add_span(out, version);
    strbuf_add_byte(out, '-');
    strbuf_add_span(out, release);
    return version.len && release.len;
}

static void write_texts(struct database_writer *w, const struct rpm_header *header)
{
    static const struct {
        const char *key;
        enum rpm_tag tag;
    } texts[] = {
        {"license", RPM_LICENSE},
        {"vendor", RPM_VENDOR},
        {"source", RPM_SOURCE_RPM},
        {"modularity_label", RPM_MODULARITY_LABEL},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        database_put(w, 0, texts[i].key, rpm_header_string(header, texts[i].tag));
}

void rpm_package_write(struct database_writer *w, struct span blob, struct rpm_allowance *left)
{
    struct rpm_header header;
    struct span name;
    bool has_version;

    STRBUF_AUTO(version, 2 * LIMIT_PACKAGE_NAME);
    if (!rpm_header_open(&header, blob)) {
        database_problem(w, 0, "a package whose header is damaged");
        return;
    }
    name = rpm_header_string(&header, RPM_NAME);
    has_version = add_version(&version, &header);
    if (!database_begin_package(w, 0, name, has_version ? strbuf_span(&version) : span_of(NULL, 0),
                                rpm_header_string(&header, RPM_ARCH)))
        return;
    write_texts(w, &header);
    if (rpm_header_has(&header, RPM_SOURCE_PACKAGE))
        json_out_member_bool(w->facts, "is_source", true);
    if (header.problem)
        database_problem_of(w, name, header.problem);
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        const char *problem = write_relations(w->facts, &header, &relations[i], left);

        if (problem)
            database_problem_of(w, name, problem);
    }
    write_files(w, &header, name, left);
    json_out_end(w->facts);
}

struct rpm_evr rpm_evr_of(struct span version)
{
    size_t colon = span_find_byte(version, ':');
    size_t dash;
    struct rpm_evr evr = {0};

    if (colon < version.len) {
        evr.epoch = span_head(version, colon);
        version = span_skip(version, colon + 1);
    }
    dash = span_find_last_byte(version, '-');
    evr.version = span_head(version, dash);
    evr.release = span_skip(version, dash + 1);
    return evr;
}
