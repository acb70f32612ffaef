/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_id.h"

#define MOST_COMPONENTS 64
/* Of a file's name: what file systems allow. Each dash of it is looked at. */
#define LONGEST_STEM 255

void maven_id_release(struct maven_id *id)
{
    strbuf_release(&id->group);
    strbuf_release(&id->artifact);
    strbuf_release(&id->version);
}

bool maven_id_is_whole(const struct maven_id *id)
{
    return id->artifact.len && id->version.len && !strbuf_overflowed(&id->group) &&
           !strbuf_overflowed(&id->artifact) && !strbuf_overflowed(&id->version);
}

void java_id_set(struct strbuf *buf, struct span value)
{
    strbuf_clear(buf);
    strbuf_add_span(buf, value);
}

/* ---- words ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool java_is_id(struct span text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] <= ' ' || text.data[i] == '/' || text.data[i] == ':' ||
            text.data[i] == '$' || text.data[i] == '@' || text.data[i] == 0x7f)
            return false;
    return text.len > 0;
}

bool java_is_version(struct span text)
{
    struct span digits =
        span_starts_with(text, "v") || span_starts_with(text, "r") ? span_skip(text, 1) : text;

    return java_is_id(text) && digits.len && is_digit(digits.data[0]);
}

/* What may stand between two numbers of one version: 1.0-beta-2. */
static bool is_prerelease(struct span word)
{
    static const char *const words[] = {"alpha", "beta",     "rc",         "cr",  "m",  "b",
                                        "build", "snapshot", "incubating", "pre", "ea", "sp"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_equal_nocase(word, span_string(words[i])))
            return true;
    return false;
}

static bool is_classifier(struct span word)
{
    static const char *const words[] = {"all",     "bin",     "exec",  "fat",    "javadoc",
                                        "minimal", "plain",   "shade", "shaded", "sources",
                                        "tests",   "uber",    "test",  "with",   "dependencies",
                                        "jar",     "bundled", "full",  "boot",   "standalone"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_equal_nocase(word, span_string(words[i])))
            return true;
    return false;
}

/* ---- file names ---- */

struct span java_file_stem(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');
    struct span name = slash == path.len ? path : span_skip(path, slash + 1);

    return span_head(name, span_find_last_byte(name, '.'));
}

/* The rest is a version when every number behind a word is behind a word for unfinished ones. */
static bool is_version_to_the_end(struct span rest)
{
    struct span word;
    bool other_word = false;

    while (span_split(&rest, '-', &word)) {
        bool is_number = word.len && is_digit(word.data[0]);

        if (is_number && other_word)
            return false;
        other_word = !is_number && !is_prerelease(word);
    }
    return true;
}

static struct span without_classifiers(struct span version)
{
    for (;;) {
        size_t dash = span_find_last_byte(version, '-');

        if (dash == version.len || !is_classifier(span_skip(version, dash + 1)))
            return version;
        version = span_head(version, dash);
    }
}

/* "app-1.0-native" of a manifest that says 1.0; not "app-1.0-SNAPSHOT" or "app-1.0-2". */
static bool begins_with_declared(struct span version, struct span declared)
{
    struct span rest = span_skip(version, declared.len);
    struct span word;

    if (!declared.len || !span_equal(span_head(version, declared.len), declared))
        return false;
    if (!rest.len)
        return true;
    if (rest.data[0] != '-')
        return false;
    rest = span_skip(rest, 1);
    return span_split(&rest, '-', &word) && word.len && !is_digit(word.data[0]) &&
           !is_prerelease(word);
}

/* The longest version behind a separator, or the declared one. */
static bool split_at(struct span stem, char separator, struct span declared,
                     struct span *ret_artifact, struct span *ret_version)
{
    *ret_version = span_of(NULL, 0);
    for (size_t i = 1; i + 1 < stem.len; i++) {
        struct span rest = span_skip(stem, i + 1);
        bool is_declared;

        if (stem.data[i] != separator)
            continue;
        is_declared = begins_with_declared(rest, declared);
        if (is_declared ||
            (!ret_version->len && is_digit(rest.data[0]) && is_version_to_the_end(rest))) {
            *ret_artifact = span_head(stem, i);
            *ret_version = is_declared ? declared : without_classifiers(rest);
        }
        if (is_declared)
            break;
    }
    return ret_version->len > 0;
}

void java_split_stem(struct span stem, struct span declared, struct span *ret_artifact,
                     struct span *ret_version)
{
    *ret_artifact = stem;
    *ret_version = span_of(NULL, 0);
    /* Eclipse writes org.eclipse.osgi_3.18.0. */
    if (stem.len <= LONGEST_STEM && !split_at(stem, '-', declared, ret_artifact, ret_version) &&
        !split_at(stem, '_', declared, ret_artifact, ret_version))
        *ret_artifact = without_classifiers(stem);
}

/* ---- repositories ---- */

static size_t split_path(struct span path, struct span *components)
{
    size_t count = 0;
    struct span component;

    while (span_split(&path, '/', &component)) {
        if (count == MOST_COMPONENTS)
            return 0;
        components[count++] = component;
    }
    return count;
}

static bool is_file_of(struct span file, struct span artifact, struct span version)
{
    return artifact.len && span_equal(span_head(file, artifact.len), artifact) &&
           span_starts_with(span_skip(file, artifact.len), "-") &&
           span_equal(span_head(span_skip(file, artifact.len + 1), version.len), version);
}

static bool is_repository(struct span folder)
{
    static const char *const names[] = {"repository", "maven-repo", "maven2", "repo", "system"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_equal_string(folder, names[i]))
            return true;
    return false;
}

/* ~/.m2/repository/org/slf4j/slf4j-api/1.7.30/slf4j-api-1.7.30.jar */
static bool read_maven_layout(const struct span *components, size_t count, struct maven_id *id)
{
    size_t first = count;

    for (size_t i = 0; i + 4 < count && first == count; i++)
        if (is_repository(components[i]))
            first = i + 1;
    if (first == count ||
        !is_file_of(components[count - 1], components[count - 3], components[count - 2]))
        return false;
    for (size_t i = first; i < count - 3; i++) {
        if (i > first)
            strbuf_add_byte(&id->group, '.');
        strbuf_add_span(&id->group, components[i]);
    }
    strbuf_add_span(&id->artifact, components[count - 3]);
    strbuf_add_span(&id->version, components[count - 2]);
    return true;
}

/* ~/.gradle/caches/modules-2/files-2.1/org.slf4j/slf4j-api/1.7.30/b5a4b6d1.../slf4j-api-1.7.30.jar */
static bool read_gradle_layout(const struct span *components, size_t count, struct maven_id *id)
{
    if (count < 6 || !span_equal_string(components[count - 6], "files-2.1") ||
        !is_file_of(components[count - 1], components[count - 4], components[count - 3]))
        return false;
    strbuf_add_span(&id->group, components[count - 5]);
    strbuf_add_span(&id->artifact, components[count - 4]);
    strbuf_add_span(&id->version, components[count - 3]);
    return true;
}

bool java_id_of_repository_path(struct span path, struct maven_id *id)
{
    struct span components[MOST_COMPONENTS];
    size_t count = split_path(path, components);

    return read_gradle_layout(components, count, id) || read_maven_layout(components, count, id);
}

/* ---- manifests ---- */

struct span java_group_of_vendor(struct span vendor_id, struct span artifact)
{
    struct span company = span_skip(vendor_id, span_find_last_byte(vendor_id, '.') + 1);
    size_t dots = 0;

    for (size_t i = 0; i < vendor_id.len; i++)
        dots += vendor_id.data[i] == '.';
    if (!java_is_id(vendor_id))
        return span_of(NULL, 0);
    /* org.hibernate + hibernate-core, org.postgresql + postgresql */
    if (dots == 1 && span_equal(span_head(artifact, span_find_byte(artifact, '-')), company))
        return vendor_id;
    if (dots >= 2 || span_equal(vendor_id, artifact))
        return vendor_id;
    return span_of(NULL, 0);
}

struct span java_group_of_bundle(struct span symbolic_name, struct span artifact)
{
    size_t dot = span_find_last_byte(symbolic_name, '.');
    struct span group = span_head(symbolic_name, dot);
    struct span last = span_skip(symbolic_name, dot + 1);
    struct span family;

    /* org.example.tool + tool */
    if (symbolic_name.len > artifact.len + 1 &&
        symbolic_name.data[symbolic_name.len - artifact.len - 1] == '.' &&
        span_equal(span_skip(symbolic_name, symbolic_name.len - artifact.len), artifact))
        return span_head(symbolic_name, symbolic_name.len - artifact.len - 1);
    /* org.apache.commons.lang3 + commons-lang3: the group's last word is the artifact's first. */
    dot = span_find_last_byte(group, '.');
    family = span_skip(group, dot + 1);
    if (dot < group.len && last.len && artifact.len == family.len + 1 + last.len &&
        span_equal(span_head(artifact, family.len), family) && artifact.data[family.len] == '-' &&
        span_equal(span_skip(artifact, family.len + 1), last))
        return group;
    return span_of(NULL, 0);
}
