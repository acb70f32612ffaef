/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http_response.h"

#include <ctype.h>
#include <curl/curl.h>
#include <string.h>
#include <time.h>

#include "xalloc.h"

/* Keeps value in *ret; once there is one, it is joined to it or passed over. */
static void keep(char **ret, struct span value, bool join)
{
    CLEANUP(cleanup_free) char *before = NULL;

    if (*ret && !join)
        return;
    before = STEAL(*ret);
    *ret =
        before ? xasprintf("%s, %.*s", before, SPAN_ARG(value)) : xmemdup0(value.data, value.len);
}

struct field {
    const char *name;
    char **place;
};

#define FIELDS 10

/* The first one's values are joined. */
static void list_fields(struct http_response *r, struct field ret[FIELDS])
{
    const struct field fields[FIELDS] = {
        {"www-authenticate", &r->www_authenticate},
        {"content-type", &r->content_type},
        {"content-length", &r->content_length},
        {"content-range", &r->content_range},
        {"docker-content-digest", &r->docker_content_digest},
        {"link", &r->link},
        {"location", &r->location},
        {"range", &r->range},
        {"retry-after", &r->retry_after},
        {"warning", &r->warning},
    };

    memcpy(ret, fields, sizeof fields);
}

void http_response_take(struct http_response *r, struct span name, struct span value)
{
    struct field fields[FIELDS];

    list_fields(r, fields);
    for (size_t i = 0; i < FIELDS; i++)
        if (span_equal_nocase(name, span_string(fields[i].name)))
            keep(fields[i].place, value, i == 0);
}

static void release_fields(struct http_response *r)
{
    struct field fields[FIELDS];

    list_fields(r, fields);
    for (size_t i = 0; i < FIELDS; i++)
        free(STEAL(*fields[i].place));
}

void http_response_begin(struct http_response *r, struct span line)
{
    uint64_t status = 0;

    release_fields(r);
    line = span_skip(line, span_find_byte(line, ' ') + 1);
    r->status = span_to_uint64(span_head(line, 3), &status) ? (long)status : 0;
}

int64_t http_retry_after(const struct http_response *response)
{
    struct span value = span_string(response->retry_after);
    time_t when;
    uint64_t seconds;

    if (span_to_uint64(value, &seconds))
        return seconds < INT32_MAX ? (int64_t)seconds : INT32_MAX;
    /* A date begins with its day; what libcurl reads as one beyond that is junk here. */
    when = value.len && isalpha((unsigned char)*value.data) ? curl_getdate(value.data, NULL) : -1;
    if (when == -1)
        return -1;
    return when > time(NULL) ? when - time(NULL) : 0;
}

void http_response_release(struct http_response *response)
{
    stream_close(response->body);
    release_fields(response);
    *response = (struct http_response){0};
}
