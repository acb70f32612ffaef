/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "json_in.h"
#include "os_release.h"
#include "xalloc.h"

/* SOURCE_DATE_EPOCH (reproducible-builds.org), or false. */
static bool fixed_time(time_t *ret)
{
    uint64_t seconds;

    if (!span_to_uint64(span_string(getenv("SOURCE_DATE_EPOCH")), &seconds) ||
        seconds > INT32_MAX * (uint64_t)100)
        return false;
    *ret = (time_t)seconds;
    return true;
}

time_t document_now(void)
{
    time_t fixed;

    return fixed_time(&fixed) ? fixed : time(NULL);
}

bool document_is_reproducible(void)
{
    time_t ignored;

    return fixed_time(&ignored);
}

/* Of this machine; read once. */
static char *os_release_text;

static struct stream *open_os_release(void)
{
    struct error ignored = {0};
    struct stream *in = stream_open_file("/etc/os-release", &ignored);

    if (in)
        return in;
    error_clear(&ignored);
    return stream_open_file("/usr/lib/os-release", &ignored);
}

void document_prepare(void)
{
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    struct error ignored = {0};
    STRBUF_AUTO(text, 64 * KIB);

    if (os_release_text)
        return;
    /* strftime() wants to know the zone that it does not need. */
    tzset();
    in = open_os_release();
    /* A machine without it, or with a broken one, has no name: the document says "". */
    if (in && !stream_read_all(in, &text, "os-release", &ignored))
        strbuf_clear(&text);
    os_release_text = strbuf_detach(&text);
}

/* This machine's os-release(5); an empty object where there is none. */
static json_t *machine(void)
{
    document_prepare();
    return os_release_parse(span_string(os_release_text));
}

/* METADATA_SCHEMA's "distribution", as Python's distro.info() makes it. */
static void write_distribution(struct json_out *w, const json_t *os)
{
    struct span version = json_in_span_or_empty(os, "version_id");
    struct span parts[3] = {{0}};
    struct span rest = version;

    for (size_t i = 0; i < 3 && span_split(&rest, '.', &parts[i]); i++) {
    }
    json_out_key(w, "distribution");
    json_out_object(w);
    json_out_member_cstring(w, "codename", json_in_string_or(os, "version_codename", ""));
    json_out_member_cstring(w, "id", json_in_string_or(os, "id", "linux"));
    json_out_member_cstring(w, "like", json_in_string_or(os, "id_like", ""));
    json_out_member(w, "version", version);
    json_out_key(w, "version_parts");
    json_out_object(w);
    json_out_member(w, "build_number", parts[2]);
    json_out_member(w, "major", parts[0]);
    json_out_member(w, "minor", parts[1]);
    json_out_end(w);
    json_out_end(w);
}

static void write_os_release(struct json_out *w, const json_t *os)
{
    static const char *const keys[] = {"id", "name", "platform_id", "version", "version_id"};

    json_out_key(w, "os_release");
    json_out_object(w);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_out_member_cstring(w, keys[i], json_in_string_or(os, keys[i], ""));
    json_out_end(w);
}

/* No interpreter runs here; the schema wants the keys. */
static void write_python(struct json_out *w)
{
    json_out_key(w, "python");
    json_out_object(w);
    json_out_member_int(w, "api_version", 0);
    json_out_member_cstring(w, "implementation_name", "none");
    json_out_member_int(w, "major", 0);
    json_out_member_int(w, "micro", 0);
    json_out_member_int(w, "minor", 0);
    json_out_member_cstring(w, "releaselevel", "none");
    json_out_member_int(w, "serial", 0);
    json_out_end(w);
}

static void write_datetime(struct json_out *w)
{
    struct timespec now = {0};
    struct tm utc;
    char seconds[40];
    char text[64];

    if (!fixed_time(&now.tv_sec))
        clock_gettime(CLOCK_REALTIME, &now);
    strftime(seconds, sizeof seconds, "%Y-%m-%dT%H:%M:%S", gmtime_r(&now.tv_sec, &utc));
    snprintf(text, sizeof text, "%s.%06ld", seconds, now.tv_nsec / 1000);
    json_out_member_cstring(w, "datetime", text);
}

static void write_hostname(struct json_out *w)
{
    char name[256] = "";

    if (gethostname(name, sizeof name - 1) != 0)
        name[0] = '\0';
    json_out_member_cstring(w, "hostname", name);
}

static void write_arguments(struct json_out *w, const struct document *doc)
{
    json_out_key(w, "arguments");
    if (doc->arguments) {
        json_out_value(w, doc->arguments);
        return;
    }
    json_out_object(w);
    json_out_end(w);
}

void document_begin(struct json_out *w, const struct document *doc)
{
    CLEANUP(cleanup_json) json_t *os = machine();
    const char *deployment = getenv("THOTH_DEPLOYMENT_NAME");
    time_t now = document_now();

    json_out_object(w);
    json_out_key(w, "metadata");
    json_out_object(w);
    json_out_member_cstring(w, "analyzer", doc->analyzer);
    json_out_member_cstring(w, "analyzer_version", BUILD_ANALYSIS_VERSION);
    write_arguments(w, doc);
    write_datetime(w);
    write_distribution(w, os);
    json_out_member_cstring(w, "document_id", doc->id);
    json_out_member_int(w, "duration", now > doc->started ? now - doc->started : 0);
    write_hostname(w);
    write_os_release(w, os);
    write_python(w);
    json_out_member_cstring(w, "thoth_deployment_name", deployment ? deployment : "");
    json_out_member_int(w, "timestamp", now);
    json_out_end(w);

    json_out_key(w, "result");
    json_out_object(w);
    json_out_key(w, "schema");
    json_out_object(w);
    json_out_member_cstring(w, "kind", doc->kind);
    json_out_member_cstring(w, "version", doc->version);
    json_out_end(w);
}

bool document_end(struct json_out *w, struct error *err)
{
    json_out_end(w);
    json_out_end(w);
    return json_out_finish(w, err);
}

/* ---- ids ---- */

static bool is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

static bool take_given_id(struct document_id *ret_id, const char *given, struct error *err)
{
    size_t len = strlen(given);
    size_t good = 0;

    while (good < len && is_id_byte(given[good]))
        good++;
    if (!len || good < len || len > LIMIT_DOCUMENT_ID || given[0] == '.')
        return error_set(
            err, ERROR_USAGE,
            "'%s' is no document id: up to %d of A-Z a-z 0-9 . _ -, not starting with a dot",
            QUOTE(given), LIMIT_DOCUMENT_ID);
    memcpy(ret_id->text, given, len + 1);
    return true;
}

static struct digest digest_with_version(struct span identity)
{
    static const char version[] = BUILD_ANALYSIS_VERSION "\n";
    struct hash *hash = hash_new(DIGEST_SHA256);

    hash_add(hash, version, sizeof version - 1);
    hash_add(hash, identity.data, identity.len);
    return hash_finish(hash);
}

bool document_make_id(struct document_id *ret_id, const char *given, const char *prefix,
                      time_t when, struct span identity, struct error *err)
{
    struct digest d = digest_with_version(identity);
    struct tm utc;

    if (given)
        return take_given_id(ret_id, given, err);
    if (when < 0 || !gmtime_r(&when, &utc))
        utc = (struct tm){.tm_year = 70, .tm_mday = 1};
    snprintf(ret_id->text, sizeof ret_id->text, "%s-%02d%02d%02d%02d%02d%02d-%.16s", prefix,
             utc.tm_year % 100, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
             DIGEST_HEX_TEXT(&d));
    return true;
}

/* ---- time ---- */

/* "+02:00", "-0530", "Z" or nothing, in seconds east of UTC. */
static bool parse_offset(struct span text, long *ret_seconds)
{
    uint64_t hours;
    uint64_t minutes;
    long sign = 1;

    *ret_seconds = 0;
    if (!text.len || span_equal_string(text, "Z") || span_equal_string(text, "z"))
        return true;
    if (text.data[0] == '-')
        sign = -1;
    else if (text.data[0] != '+')
        return false;
    text = span_skip(text, 1);
    if (!span_to_uint64(span_head(text, 2), &hours))
        return false;
    text = span_skip(text, 2);
    span_eat(&text, ":");
    if (text.len != 2 || !span_to_uint64(text, &minutes))
        return false;
    *ret_seconds = sign * (long)(hours * 3600 + minutes * 60);
    return true;
}

time_t document_parse_time(struct span text)
{
    char stamp[20];
    struct tm utc = {0};
    struct span rest;
    const char *end;
    long offset;

    if (text.len < 19)
        return 0;
    memcpy(stamp, text.data, 19);
    stamp[19] = '\0';
    stamp[10] = stamp[10] == ' ' ? 'T' : stamp[10];
    end = strptime(stamp, "%Y-%m-%dT%H:%M:%S", &utc);
    if (!end || *end)
        return 0;
    rest = span_skip(text, 19);
    if (span_eat(&rest, "."))
        while (rest.len && rest.data[0] >= '0' && rest.data[0] <= '9')
            rest = span_skip(rest, 1);
    if (!parse_offset(rest, &offset))
        return 0;
    return timegm(&utc) - offset;
}

/* ---- reading ---- */

const char *document_kind(const json_t *document)
{
    return json_in_string_or(document, "result.schema.kind", "");
}

const char *document_id_of(const json_t *document)
{
    return json_in_string_or(document, "metadata.document_id", "");
}

bool document_check_kind(const json_t *document, const char *const *kinds, struct error *err)
{
    const char *kind = document_kind(document);
    const char *version = json_in_string_or(document, "result.schema.version", "");

    if (!*kind)
        return error_set(err, ERROR_MALFORMED,
                         "is no document of ours: 'result.schema.kind' is missing; wanted '%s'",
                         kinds[0]);
    for (size_t i = 0; kinds[i]; i++) {
        if (strcmp(kind, kinds[i]) != 0)
            continue;
        if (strncmp(version, "1.", 2) == 0 || strcmp(version, "1") == 0)
            return true;
        return error_set(err, ERROR_MALFORMED, "is of version '%s' of '%s'; this program reads 1.x",
                         QUOTE(version), kind);
    }
    return error_set(err, ERROR_MALFORMED, "is of kind '%s'; wanted '%s'", QUOTE(kind), kinds[0]);
}

json_t *document_parse(struct span text, const char *what, const char *const *kinds,
                       struct error *err)
{
    CLEANUP(cleanup_json) json_t *document = NULL;

    if (!span_trim(text).len) {
        error_set(err, ERROR_NO_INPUT,
                  "%s is empty: the step before it failed, or nothing was given", what);
        return NULL;
    }
    document = json_in_parse(text, what, err);
    if (!document)
        return NULL;
    if (kinds && !document_check_kind(document, kinds, err)) {
        error_prefix(err, "%s", what);
        return NULL;
    }
    return STEAL(document);
}

json_t *document_read_file(const char *path, const char *const *kinds, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, err);
    const char *name = strcmp(path, "-") == 0 ? "stdin" : path;
    char what[LIMIT_QUOTED_NAME + 8];
    STRBUF_AUTO(text, LIMIT_DOCUMENT);

    if (!in)
        return NULL;
    snprintf(what, sizeof what, "'%s'", QUOTE(name));
    if (!stream_read_all(in, &text, what, err))
        return NULL;
    return document_parse(strbuf_span(&text), what, kinds, err);
}
