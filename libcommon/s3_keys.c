/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_keys.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "config_file.h"
#include "login.h"
#include "secret_file.h"
#include "xalloc.h"

#define KEY_ID "AWS_ACCESS_KEY_ID"
#define SECRET "AWS_SECRET_ACCESS_KEY"
#define TOKEN "AWS_SESSION_TOKEN"

void s3_keys_release(struct s3_keys *keys)
{
    secret_free(STEAL(keys->key_id));
    secret_free(STEAL(keys->secret));
    secret_free(STEAL(keys->token));
}

static bool is_whole(const struct s3_keys *keys)
{
    return keys->key_id && keys->secret;
}

/* They become parts of a header: what is not printable is none. */
static void set(char **member, struct span value)
{
    for (size_t i = 0; i < value.len; i++)
        if (value.data[i] <= ' ' || value.data[i] > '~')
            return;
    secret_free(*member);
    *member = value.len ? xmemdup0(value.data, value.len) : NULL;
}

/* ---- files ---- */

static void take_setting(struct s3_keys *keys, struct span name, struct span value)
{
    if (span_equal_nocase(name, SPAN_LITERAL(KEY_ID)))
        set(&keys->key_id, value);
    else if (span_equal_nocase(name, SPAN_LITERAL(SECRET)))
        set(&keys->secret, value);
    else if (span_equal_nocase(name, SPAN_LITERAL(TOKEN)))
        set(&keys->token, value);
}

/* "[name]" */
static bool is_section(struct span line, const char *name)
{
    line = span_skip(line, 1);
    return span_equal_string(span_trim(span_head(line, span_find_byte(line, ']'))), name);
}

bool s3_keys_parse(struct span text, const char *profile, struct s3_keys *ret)
{
    bool inside = false;
    struct span line;

    while (span_next_line(&text, &line)) {
        size_t equals;

        line = span_trim(line);
        equals = span_find_byte(line, '=');
        if (span_starts_with(line, "["))
            inside = is_section(line, profile);
        else if (inside && equals < line.len && !span_starts_with(line, "#"))
            take_setting(ret, span_trim(span_head(line, equals)),
                         span_trim(span_skip(line, equals + 1)));
    }
    return is_whole(ret);
}

static const char *profile(void)
{
    const char *name = getenv("AWS_PROFILE");

    return name && *name ? name : "default";
}

/* ret_there false when there is no such file. */
static bool read_file(const char *path, struct s3_keys *ret, bool *ret_there, struct error *err)
{
    SECRET_FILE_AUTO(file);

    if (!secret_file_read(path, LIMIT_S3_CREDENTIALS, &file, err))
        return false;
    *ret_there = file.is_there;
    return !file.is_there || s3_keys_parse(secret_file_span(&file), profile(), ret) ||
           error_set(err, ERROR_CONFIGURATION, "'%s' has no keys of access in its section [%s]",
                     QUOTE(path), QUOTE(profile()));
}

static bool read_one(const char *folder, const char *name, char **member, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    SECRET_FILE_AUTO(file);

    if (!secret_file_read(path, LIMIT_S3_CREDENTIALS, &file, err))
        return false;
    set(member, span_trim(secret_file_span(&file)));
    return true;
}

static bool read_folder(const char *path, struct s3_keys *ret, struct error *err)
{
    return read_one(path, KEY_ID, &ret->key_id, err) && read_one(path, SECRET, &ret->secret, err) &&
           read_one(path, TOKEN, &ret->token, err) &&
           (is_whole(ret) ||
            error_set(err, ERROR_CONFIGURATION, "'%s' has not both files, " KEY_ID " and " SECRET,
                      QUOTE(path)));
}

static bool read_named(const char *path, struct s3_keys *ret, struct error *err)
{
    struct stat st;
    bool is_there;

    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return read_folder(path, ret, err);
    return read_file(path, ret, &is_there, err) &&
           (is_there || error_set(err, ERROR_CONFIGURATION, "'%s' is not there", QUOTE(path)));
}

/* ---- the environment ---- */

static bool take_variables(const char *key_id, const char *secret, const char *token,
                           struct s3_keys *ret)
{
    set(&ret->key_id, span_string(getenv(key_id)));
    set(&ret->secret, span_string(getenv(secret)));
    set(&ret->token, span_string(token ? getenv(token) : NULL));
    if (is_whole(ret))
        return true;
    s3_keys_release(ret);
    return false;
}

static char *shared_file(void)
{
    const char *path = getenv("AWS_SHARED_CREDENTIALS_FILE");

    return path && *path ? xstrdup(path) : config_variable_path("HOME", ".aws/credentials");
}

bool s3_keys_find(const char *path, struct s3_keys *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *shared = shared_file();
    bool is_there = false;

    if (path)
        return read_named(path, ret, err);
    if (take_variables("THOTH_CEPH_KEY_ID", "THOTH_CEPH_SECRET_KEY", NULL, ret) ||
        take_variables(KEY_ID, SECRET, TOKEN, ret))
        return true;
    if (shared && !read_file(shared, ret, &is_there, err))
        return false;
    return is_there ||
           error_set(err, ERROR_CONFIGURATION,
                     "there are no keys of access: name a file or folder with --s3-credentials");
}
