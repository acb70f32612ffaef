/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_facts.h"

#include "json_in.h"
#include "python_editable.h"
#include "python_metadata.h"
#include "redact.h"

/* {"installer": "pip"} */
static bool installer_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    struct span line = span_of(NULL, 0);

    (void)err;
    span_next_line(&bytes, &line);
    json_out_object(facts);
    json_out_member(facts, "installer", span_head(span_trim(line), LIMIT_PACKAGE_NAME));
    json_out_end(facts);
    return true;
}

/* Copies the members named in keys whose values are strings, without secrets. */
static void copy_strings(struct json_out *facts, const json_t *from, const char *const *keys)
{
    for (; *keys; keys++) {
        struct span value = json_in_span_or_empty(from, *keys);

        STRBUF_AUTO(masked, LIMIT_PACKAGE_FIELD);
        redact_append(&masked, value);
        if (value.len)
            json_out_member(facts, *keys, strbuf_span(&masked));
    }
}

static void copy_info(struct json_out *facts, const json_t *root, const char *key,
                      const char *const *keys)
{
    const json_t *info = json_object_get(root, key);

    if (!json_is_object(info))
        return;
    json_out_key(facts, key);
    json_out_object(facts);
    copy_strings(facts, info, keys);
    if (json_in_bool_or(info, "editable", false))
        json_out_member_bool(facts, "editable", true);
    json_out_end(facts);
}

/* {"origin": {...}}: what PEP 610 knows, and nothing else. */
static bool direct_url_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    static const char *const top[] = {"url", "subdirectory", NULL};
    static const char *const vcs[] = {"vcs", "requested_revision", "commit_id", NULL};
    static const char *const archive[] = {"hash", NULL};
    static const char *const none[] = {NULL};
    CLEANUP(cleanup_json) json_t *root = json_in_parse(bytes, "direct_url.json", err);
    struct span url;

    if (!root || !json_in_string(root, "url", &url, err))
        return false;
    json_out_object(facts);
    json_out_key(facts, "origin");
    json_out_object(facts);
    copy_strings(facts, root, top);
    copy_info(facts, root, "vcs_info", vcs);
    copy_info(facts, root, "archive_info", archive);
    copy_info(facts, root, "dir_info", none);
    json_out_end(facts);
    json_out_end(facts);
    return true;
}

/* {"requested": true} or {"cached": true}: that the file is there is all it says. */
static void is_there(struct json_out *facts, const char *key)
{
    json_out_object(facts);
    json_out_member_bool(facts, key, true);
    json_out_end(facts);
}

static bool requested_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    (void)bytes;
    (void)err;
    is_there(facts, "requested");
    return true;
}

static bool cached_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    (void)bytes;
    (void)err;
    is_there(facts, "cached");
    return true;
}

static bool record_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    (void)err;
    python_record_write(bytes, facts);
    return true;
}

static bool requires_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    (void)err;
    json_out_object(facts);
    python_requires_write_member(bytes, facts);
    json_out_end(facts);
    return true;
}

/* What is wrong with metadata is a fact, so that assemble() knows that it is there. */
static bool metadata_facts(struct span bytes, struct json_out *facts, struct error *err)
{
    struct error problem = {0};

    (void)err;
    json_out_object(facts);
    if (!python_metadata_write_members(bytes, facts, &problem))
        json_out_member_cstring(facts, "problem", problem.message);
    json_out_end(facts);
    return true;
}

static const struct {
    const char *ending; /* of the path */
    bool (*write)(struct span bytes, struct json_out *facts, struct error *err);
} readers[] = {
    {"/INSTALLER", installer_facts},        {"/REQUESTED", requested_facts},
    {"/direct_url.json", direct_url_facts}, {"/RECORD", record_facts},
    {"/requires.txt", requires_facts},      {"/index.json", cached_facts},
    {".egg-link", python_egg_link_write},   {".pth", python_pth_write},
    {"_finder.py", python_finder_write},
};

bool python_facts_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (span_ends_with(file->path, readers[i].ending))
            return readers[i].write(file->bytes, facts, err);
    return metadata_facts(file->bytes, facts, err);
}
