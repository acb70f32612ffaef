/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conda_record.h"

#include "json_in.h"
#include "json_members.h"
#include "owned_files.h"
#include "redact.h"

/* The members of a record that are wanted, as text. */
enum member {
    NAME,
    VERSION,
    BUILD,
    CHANNEL,
    SUBDIR,
    FILE_NAME,
    LICENSE,
    DEPENDS,
    REQUESTED_SPEC,
    REQUESTED_SPECS,
    FILES,
    MEMBER_COUNT,
};

static const char *const names[MEMBER_COUNT] = {
    "name",    "version", "build",          "channel",         "subdir", "fn",
    "license", "depends", "requested_spec", "requested_specs", "files",
};

/* A long member but "files" is none of conda's. */
static bool find_members(struct span text, struct span *ret, struct error *err)
{
    struct span name;
    struct span value;

    if (!json_members_begin(&text, '{'))
        return error_set(err, ERROR_MALFORMED, "a conda record that is no JSON object");
    while (json_members_next(&text, &name, &value)) {
        for (size_t i = 0; i < MEMBER_COUNT; i++)
            if (span_equal_string(name, names[i]) &&
                (i == FILES || value.len < LIMIT_PACKAGE_FIELD))
                ret[i] = value;
    }
    return json_members_ended(&text, '}') ||
           error_set(err, ERROR_MALFORMED, "a conda record that is cut or damaged");
}

/* A new reference, null where it is absent; NULL with err. */
static json_t *parse_member(const struct span *members, enum member member, struct error *err)
{
    if (!members[member].len)
        return json_null();
    return json_in_parse(members[member], names[member], err);
}

/* A string of a length that a name can have. */
static bool read_string(const struct span *members, enum member member, json_t **ret,
                        struct error *err)
{
    *ret = parse_member(members, member, err);
    if (!*ret)
        return false;
    if (json_string_length(*ret) > LIMIT_PACKAGE_NAME)
        return error_set(err, ERROR_MALFORMED, "a %s of %zu bytes", names[member],
                         json_string_length(*ret));
    return true;
}

static bool write_string(struct json_out *facts, const struct span *members, enum member member,
                         struct error *err)
{
    CLEANUP(cleanup_json) json_t *value = NULL;

    if (!read_string(members, member, &value, err))
        return false;
    json_out_member(facts, names[member], json_in_span(value));
    return true;
}

static bool write_required(struct json_out *facts, const struct span *members, enum member member,
                           struct error *err)
{
    CLEANUP(cleanup_json) json_t *value = NULL;

    if (!read_string(members, member, &value, err))
        return false;
    if (!json_string_length(value))
        return error_set(err, ERROR_MALFORMED, "a conda package without a %s", names[member]);
    json_out_member(facts, names[member], json_in_span(value));
    return true;
}

static struct span without_slashes(struct span s)
{
    while (span_eat(&s, "/"))
        ;
    while (span_ends_with(s, "/"))
        s = span_head(s, s.len - 1);
    return s;
}

/*
 * "conda-forge" of "conda-forge/linux-64" and of "https://user@host/t/token/conda-forge/linux-64":
 * what stands behind the host, without secrets and without the platform; "main" of "pkgs/main",
 * as purls have it; of a folder its name.
 */
static struct span channel_name(struct span channel, struct span subdir)
{
    size_t scheme = span_find(channel, "://");
    bool is_folder = span_starts_with(channel, "file:");
    struct span part;

    if (scheme < channel.len) {
        channel = span_skip(channel, scheme + 3);
        channel = span_skip(channel, span_find_byte(channel, '/'));
    }
    channel = without_slashes(channel);
    if (span_eat(&channel, "t/"))
        span_split(&channel, '/', &part);
    if (subdir.len && channel.len >= subdir.len &&
        span_equal(span_skip(channel, channel.len - subdir.len), subdir))
        channel = without_slashes(span_head(channel, channel.len - subdir.len));
    span_eat(&channel, "pkgs/");
    if (is_folder && span_find_byte(channel, '/') < channel.len)
        channel = span_skip(channel, span_find_last_byte(channel, '/') + 1);
    return channel;
}

static bool write_channel(struct json_out *facts, const struct span *members, struct error *err)
{
    CLEANUP(cleanup_json) json_t *channel = NULL;
    CLEANUP(cleanup_json) json_t *subdir = NULL;

    if (!read_string(members, CHANNEL, &channel, err) ||
        !read_string(members, SUBDIR, &subdir, err))
        return false;
    STRBUF_AUTO(masked, 4 * LIMIT_PACKAGE_NAME);
    redact_append(&masked, channel_name(json_in_span(channel), json_in_span(subdir)));
    json_out_member(facts, "channel", strbuf_span(&masked));
    json_out_member(facts, "subdir", json_in_span(subdir));
    return true;
}

/* The two forms that a package has in a channel. */
static bool write_kind(struct json_out *facts, const struct span *members, struct error *err)
{
    CLEANUP(cleanup_json) json_t *name = NULL;

    if (!read_string(members, FILE_NAME, &name, err))
        return false;
    json_out_member_cstring(facts, "kind",
                            span_ends_with(json_in_span(name), ".conda")     ? "conda"
                            : span_ends_with(json_in_span(name), ".tar.bz2") ? "tar.bz2"
                                                                             : "");
    return true;
}

static bool write_depends(struct json_out *facts, const struct span *members, struct error *err)
{
    CLEANUP(cleanup_json) json_t *depends = parse_member(members, DEPENDS, err);
    json_t *item;
    size_t i;

    if (!depends)
        return false;
    json_out_key(facts, "depends");
    json_out_array(facts);
    json_array_foreach (depends, i, item)
        if (json_is_string(item))
            json_out_string(facts, json_in_span(item));
    json_out_end(facts);
    return true;
}

/*
 * What a user asked for has the words of it; for what came along they are empty or, as older
 * conda writes it, "None".  Without either member nothing is known.
 */
static bool write_requested(struct json_out *facts, const struct span *members, struct error *err)
{
    CLEANUP(cleanup_json) json_t *spec = parse_member(members, REQUESTED_SPEC, err);
    CLEANUP(cleanup_json) json_t *specs = NULL;
    struct span text;

    if (!spec)
        return false;
    specs = parse_member(members, REQUESTED_SPECS, err);
    if (!specs)
        return false;
    text = json_in_span(spec);
    if (json_array_size(specs) || (text.len && !span_equal_string(text, "None")))
        json_out_member_bool(facts, "requested", true);
    else if (json_is_string(spec) || json_is_array(specs))
        json_out_member_bool(facts, "requested", false);
    else
        json_out_member_null(facts, "requested");
    return true;
}

/* Nothing that catalogers list lies in such a file, and they are two thirds of a Python package. */
static bool is_only_source(struct span text)
{
    static const char *const endings[] = {".py\"", ".pyc\"", ".pyi\"", ".h\"", ".hpp\""};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (span_ends_with(text, endings[i]))
            return true;
    return false;
}

/* A name that is spelled with escapes is kept until the files are written. */
static bool add_file(struct owned_files *files, struct span text, json_t *kept, struct error *err)
{
    CLEANUP(cleanup_json) json_t *parsed = NULL;

    if (text.data[0] == '"' && span_find_byte(text, '\\') == text.len) {
        owned_files_add(files, span_head(span_skip(text, 1), text.len - 2));
        return true;
    }
    parsed = text.len <= LIMIT_PACKAGE_FIELD ? json_in_parse(text, "files", err) : json_null();
    if (!json_is_string(parsed))
        return parsed != NULL;
    json_append_take(kept, json_incref(parsed));
    owned_files_add(files, json_in_span(parsed));
    return true;
}

static bool write_files(struct json_out *facts, struct span text, struct error *err)
{
    CLEANUP(cleanup_json) json_t *kept = json_new_array();
    struct span file;
    size_t count = 0;

    OWNED_FILES_AUTO(files);
    if (json_members_begin(&text, '[')) {
        while (count < LIMIT_CONDA_FILES && json_elements_next(&text, &file)) {
            if (is_only_source(file))
                continue;
            if (!add_file(&files, file, kept, err))
                return false;
            count++;
        }
    }
    json_out_key(facts, "files");
    if (!owned_files_write(&files, facts, err))
        return false;
    json_out_member_bool(facts, "more_files", count == LIMIT_CONDA_FILES);
    return true;
}

bool conda_record_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct span members[MEMBER_COUNT] = {0};

    if (!find_members(file->bytes, members, err))
        return false;
    json_out_object(facts);
    if (!write_required(facts, members, NAME, err) ||
        !write_required(facts, members, VERSION, err) ||
        !write_string(facts, members, BUILD, err) || !write_string(facts, members, LICENSE, err) ||
        !write_channel(facts, members, err) || !write_kind(facts, members, err) ||
        !write_depends(facts, members, err) || !write_requested(facts, members, err) ||
        !write_files(facts, members[FILES], err))
        return false;
    json_out_end(facts);
    return true;
}
