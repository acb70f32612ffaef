/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_archive.h"

#include <stdlib.h>

#include "java_groups.h"
#include "java_manifest.h"
#include "java_pom.h"
#include "java_report.h"
#include "json_in.h"
#include "xalloc.h"
#include "zip_reader.h"

/* One archive while it is looked at. */
struct archive {
    struct java_report *report;
    size_t depth;
    struct span path; /* where it lies: in the image, or in the outer archive */
    struct span at;   /* for the report */
    struct zip zip;   /* before its first member */
    struct java_manifest manifest;
    struct span artifact; /* of the file's name */
    struct span version;  /* of the file's name, may be empty */
    struct zip_member *poms;
    size_t pom_count;
    size_t pom_capacity;
    bool has_classes;
    bool has_manifest;
    bool has_archives;
    bool has_more_poms; /* than are read */
    bool is_named;      /* one of the poms is its own */
};

static void archive_release(struct archive *a)
{
    java_manifest_release(&a->manifest);
    free(a->poms);
}

/* ---- members ---- */

bool java_is_archive_name(struct span name)
{
    static const char *const extensions[] = {".jar", ".war", ".ear", ".par",
                                             ".sar", ".hpi", ".jpi", ".kar"};
    struct span extension = span_skip(name, name.len < 4 ? name.len : name.len - 4);

    if (!span_starts_with(extension, "."))
        return false;
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (span_equal_nocase(extension, span_string(extensions[i])))
            return true;
    return false;
}

static struct span base_name(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

static struct span folder_of(struct span path)
{
    return span_head(path, path.len - base_name(path).len);
}

/* Maven writes them below META-INF/maven/GROUP/ARTIFACT/, others below META-INF. */
static bool is_pom(struct span name)
{
    struct span base = base_name(name);

    return (span_equal_string(base, "pom.properties") || span_equal_string(base, "pom.xml")) &&
           (span_starts_with(name, "META-INF/") || span_contains(name, "/META-INF/"));
}

/* A member or the directory. */
static void report_unread(const struct archive *a, const struct error *why)
{
    struct zip_budget *budget = a->zip.budget;

    java_report_problem(a->report, budget->spent ? "too-large" : "malformed", a->at, why->message);
    budget->spent = false;
}

static void read_manifest(struct archive *a, const struct zip_member *member)
{
    CLEANUP(zip_content_release) struct zip_content content = {0};
    struct error why = {0};

    a->has_manifest = true;
    if (zip_read(&a->zip, member, LIMIT_JAVA_MANIFEST, &content, &why))
        java_manifest_read(&a->manifest, content.bytes);
    else
        report_unread(a, &why);
}

static void note_pom(struct archive *a, const struct zip_member *member)
{
    if (a->pom_count == LIMIT_JAVA_PACKAGES) {
        if (!a->has_more_poms)
            java_report_problem(a->report, "too-large", a->at, "more poms than are read");
        a->has_more_poms = true;
        return;
    }
    XGROW(a->poms, a->pom_count, a->pom_capacity);
    a->poms[a->pom_count++] = *member;
}

static void note_member(struct archive *a, const struct zip_member *member)
{
    struct span name = member->name;

    /* Most members are classes. */
    if (span_ends_with(name, ".class"))
        a->has_classes = true;
    else if (is_pom(name))
        note_pom(a, member);
    else if (span_equal_nocase(name, SPAN_LITERAL("META-INF/MANIFEST.MF")))
        read_manifest(a, member);
    else if (java_is_archive_name(name))
        a->has_archives = true;
}

static void list_members(struct archive *a)
{
    struct zip zip = a->zip;
    struct zip_member member;
    struct error why = {0};

    while (zip_next(&zip, &member, &why))
        note_member(a, &member);
    if (error_is_set(&why))
        report_unread(a, &why);
}

/* ---- packages that poms tell of ---- */

/* Folder by folder, and pom.properties before pom.xml. */
static int compare_poms(const void *left, const void *right)
{
    struct span a = ((const struct zip_member *)left)->name;
    struct span b = ((const struct zip_member *)right)->name;
    int order = span_compare(folder_of(a), folder_of(b));

    return order ? order : span_compare(base_name(a), base_name(b));
}

/* Coordinates that are missing stand in the path: META-INF/maven/GROUP/ARTIFACT/. */
static void complete_by_folder(struct maven_id *id, struct span folder)
{
    struct span artifact = span_head(folder, folder.len ? folder.len - 1 : 0);
    struct span group = folder_of(artifact);

    group = span_head(group, group.len ? group.len - 1 : 0);
    if (!span_ends_with(folder_of(group), "META-INF/maven/"))
        return;
    if (!id->artifact.len)
        java_id_set(&id->artifact, base_name(artifact));
    if (!id->group.len)
        java_id_set(&id->group, base_name(group));
}

static bool is_separator(char c)
{
    return c == '-' || c == '_' || c == '.';
}

/* geronimo-annotation-1.3-spec.jar holds geronimo-annotation_1.3_spec. */
static bool is_same_word(struct span a, struct span b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (a.data[i] != b.data[i] && !(is_separator(a.data[i]) && is_separator(b.data[i])))
            return false;
    return true;
}

/* The file is called after it: alone, with its version, with something before the artifact. */
static bool is_called_after(const struct archive *a, const struct maven_id *id)
{
    struct span artifact = strbuf_span(&id->artifact);

    return is_same_word(a->artifact, artifact) || is_same_word(java_file_stem(a->path), artifact) ||
           (a->version.len && span_equal(a->version, strbuf_span(&id->version)));
}

/* Bundle-License is a name or an address with directives (OSGi Core, 3.2.1.10). */
static void add_bundle_license(const struct archive *a, json_t *licenses)
{
    struct span license = java_manifest_value(&a->manifest, BUNDLE_LICENSE);

    license = span_trim(span_head(license, span_find_byte(license, ';')));
    if (license.len >= 2 && license.data[0] == '"')
        license = span_head(span_skip(license, 1), license.len - 2);
    if (license.len && !json_array_size(licenses))
        json_append_take(licenses, json_new_string(license));
}

static void add_pom(struct archive *a, const struct maven_id *id, struct span folder,
                    json_t *licenses)
{
    if (!maven_id_is_whole(id)) {
        STRBUF_AUTO(at, LIMIT_PATH);
        strbuf_addf(&at, "%.*s!/%.*s", SPAN_ARG(a->at), SPAN_ARG(folder));
        java_report_problem(a->report, "no-version", strbuf_span(&at),
                            "a package of Maven's for which nothing tells a version");
        return;
    }
    if (is_called_after(a, id)) {
        a->is_named = true;
        add_bundle_license(a, licenses);
    }
    java_report_package(a->report, id, a->at, licenses, false);
}

static bool read_pom(struct archive *a, const struct zip_member *member, struct maven_id *id,
                     json_t *licenses)
{
    CLEANUP(zip_content_release) struct zip_content content = {0};
    struct error why = {0};
    bool done = zip_read(&a->zip, member, LIMIT_JAVA_POM, &content, &why);

    if (done && span_equal_string(base_name(member->name), "pom.xml"))
        done = java_pom_xml_read(content.bytes, id, licenses, &why);
    else if (done)
        java_pom_properties_read(content.bytes, id);
    if (!done)
        report_unread(a, &why);
    return done;
}

static void complete(struct strbuf *field, const struct strbuf *other)
{
    if (!field->len && !strbuf_overflowed(field))
        java_id_set(field, strbuf_span(other));
}

/* The poms of one folder: pom.xml is read when pom.properties is missing or says too little. */
static void add_folder(struct archive *a, size_t first, size_t end)
{
    struct span folder = folder_of(a->poms[first].name);
    CLEANUP(cleanup_json) json_t *licenses = json_new_array();
    bool was_read = false;

    MAVEN_ID_AUTO(id);
    for (size_t i = first; i < end && !(maven_id_is_whole(&id) && id.group.len); i++) {
        MAVEN_ID_AUTO(more);
        was_read = read_pom(a, &a->poms[i], &more, licenses) || was_read;
        complete(&id.group, &more.group);
        complete(&id.artifact, &more.artifact);
        complete(&id.version, &more.version);
    }
    if (!was_read)
        return;
    complete_by_folder(&id, folder);
    add_pom(a, &id, folder, licenses);
}

static void add_poms(struct archive *a)
{
    size_t end;

    if (a->pom_count)
        qsort(a->poms, a->pom_count, sizeof *a->poms, compare_poms);
    for (size_t first = 0; first < a->pom_count; first = end) {
        end = first + 1;
        while (end < a->pom_count &&
               span_equal(folder_of(a->poms[first].name), folder_of(a->poms[end].name)))
            end++;
        add_folder(a, first, end);
    }
}

/* ---- what the archive itself is called ---- */

static struct span declared_version(const struct archive *a)
{
    static const enum manifest_header headers[] = {IMPLEMENTATION_VERSION, BUNDLE_VERSION,
                                                   SPECIFICATION_VERSION};

    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        struct span value = java_manifest_value(&a->manifest, headers[i]);

        if (java_is_version(value))
            return value;
    }
    return span_of(NULL, 0);
}

/* A title is the project's name or its artifact: the latter has neither blanks nor dots. */
static struct span guessed_artifact(const struct archive *a)
{
    struct span title = java_manifest_value(&a->manifest, IMPLEMENTATION_TITLE);

    if (!a->version.len && java_is_id(title) && !span_contains(title, "."))
        return title;
    return a->artifact;
}

static void guess_id(const struct archive *a, struct maven_id *id)
{
    struct span artifact = guessed_artifact(a);
    struct span group = java_group_of_artifact(artifact);

    if (!group.len)
        group = java_group_of_vendor(java_manifest_value(&a->manifest, IMPLEMENTATION_VENDOR_ID),
                                     artifact);
    if (!group.len)
        group =
            java_group_of_bundle(java_manifest_value(&a->manifest, BUNDLE_SYMBOLIC_NAME), artifact);
    java_id_set(&id->group, group);
    java_id_set(&id->artifact, artifact);
    java_id_set(&id->version, a->version.len ? a->version : declared_version(a));
}

/* Called only where no pom says it. */
static void add_guess(struct archive *a)
{
    CLEANUP(cleanup_json) json_t *licenses = json_new_array();

    /* app.jar with the pom of the project that it was; and what is nothing but a zip archive. */
    if ((a->pom_count && !a->version.len) || !(a->has_manifest || a->has_classes))
        return;
    MAVEN_ID_AUTO(id);
    bool guessed = !java_id_of_repository_path(a->path, &id);
    if (guessed)
        guess_id(a, &id);
    add_bundle_license(a, licenses);
    if (maven_id_is_whole(&id))
        java_report_package(a->report, &id, a->at, licenses, guessed);
    else if (a->has_classes)
        java_report_nameless(a->report, a->at);
}

/* ---- archives inside ---- */

static bool read_archive(struct span bytes, struct archive *a, struct zip_budget *budget,
                         struct error *err);

static void add_nested(struct archive *a, const struct zip_member *member)
{
    CLEANUP(zip_content_release) struct zip_content content = {0};
    struct error why = {0};

    STRBUF_AUTO(at, LIMIT_PATH);
    strbuf_addf(&at, "%.*s!/%.*s", SPAN_ARG(a->at), SPAN_ARG(member->name));
    struct archive inner = {.report = a->report,
                            .depth = a->depth + 1,
                            .path = member->name,
                            .at = strbuf_span(&at)};
    if (inner.depth > LIMIT_ARCHIVE_DEPTH || strbuf_overflowed(&at)) {
        java_report_problem(a->report, "too-deep", a->at,
                            "archives inside of it are not read: they are nested too deep");
        return;
    }
    if (!zip_read(&a->zip, member, LIMIT_WANTED_FILE, &content, &why))
        report_unread(a, &why);
    else if (!read_archive(content.bytes, &inner, a->zip.budget, &why))
        java_report_problem(a->report, "malformed", inner.at, why.message);
}

static void add_nested_archives(struct archive *a)
{
    struct zip zip = a->zip;
    struct zip_member member;
    struct error why = {0};

    /* What is wrong with the directory was said when its members were listed. */
    while (zip_next(&zip, &member, &why))
        if (java_is_archive_name(member.name))
            add_nested(a, &member);
    if (error_is_set(&why) && a->zip.budget->spent)
        report_unread(a, &why);
}

/* Recurses LIMIT_ARCHIVE_DEPTH times at most. */
static bool read_archive(struct span bytes, struct archive *a, struct zip_budget *budget,
                         struct error *err)
{
    if (!zip_open(bytes, budget, &a->zip, err))
        return false;
    java_manifest_init(&a->manifest);
    list_members(a);
    java_split_stem(java_file_stem(a->path), declared_version(a), &a->artifact, &a->version);
    add_poms(a);
    if (!a->is_named && !span_ends_with(a->path, ".jmod"))
        add_guess(a);
    if (a->has_archives)
        add_nested_archives(a);
    archive_release(a);
    return true;
}

bool java_archive_write(struct span bytes, struct span path, struct json_out *facts,
                        struct error *err)
{
    struct zip_budget budget = ZIP_BUDGET;
    struct java_report report;
    struct archive file = {.report = &report, .path = path};
    struct zip zip;

    if (!zip_open(bytes, &budget, &zip, err))
        return false;
    java_report_begin(&report, facts);
    read_archive(bytes, &file, &budget, err);
    java_report_end(&report);
    return true;
}
