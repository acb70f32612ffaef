/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_transport.h"

#include <curl/curl.h>
#include <stdarg.h>
#include <stdio.h>

#include "limits.h"
#include "s3_query.h"
#include "xalloc.h"

#define USER_AGENT "build-analysis/" BUILD_ANALYSIS_VERSION
/* SHA-256 of nothing. */
#define EMPTY_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* In its archive libs3 calls this where it says curl_easy_setopt. */
CURLcode s3_transport_setopt(CURL *easy, CURLoption option, ...);

static __thread struct s3_request *asked;

/* ---- what is answered ---- */

static void begin_answer(struct s3_request *r, struct span line)
{
    uint64_t status = 0;

    /* "HTTP/1.1 200 OK" */
    line = span_head(span_skip(line, span_find_byte(line, ' ') + 1), 3);
    r->status = span_to_uint64(line, &status) ? (long)status : 0;
    r->has_length = false;
    r->etag[0] = '\0';
    r->sha256[0] = r->result_sha256[0] = r->day[0] = '\0';
}

/* What is too long is none. */
static void copy_text(char *text, size_t size, struct span value)
{
    if (value.len < size)
        snprintf(text, size, "%.*s", SPAN_ARG(value));
}

static void take_field(struct s3_request *r, struct span name, struct span value)
{
    if (span_equal_nocase(name, SPAN_LITERAL("content-length")))
        r->has_length = span_to_uint64(value, &r->length);
    else if (span_equal_nocase(name, SPAN_LITERAL("x-amz-meta-sha256")))
        copy_text(r->sha256, sizeof r->sha256, value);
    else if (span_equal_nocase(name, SPAN_LITERAL("x-amz-meta-result-sha256")))
        copy_text(r->result_sha256, sizeof r->result_sha256, value);
    else if (span_equal_nocase(name, SPAN_LITERAL("x-amz-meta-day")))
        copy_text(r->day, sizeof r->day, value);
    else if (span_equal_nocase(name, SPAN_LITERAL("etag"))) {
        if (value.len > 1 && value.data[0] == '"' && value.data[value.len - 1] == '"')
            value = span_head(span_skip(value, 1), value.len - 2);
        copy_text(r->etag, sizeof r->etag, value);
    }
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context)
{
    struct s3_request *r = context;
    struct span line = span_trim(span_of(bytes, size * count));
    size_t colon = span_find_byte(line, ':');

    r->header_bytes += size * count;
    if (r->header_bytes > LIMIT_HTTP_HEADERS)
        return 0;
    if (span_starts_with(line, "HTTP/"))
        begin_answer(r, line);
    else if (colon < line.len)
        take_field(r, span_head(line, colon), span_trim(span_skip(line, colon + 1)));
    return size * count;
}

/* Of a refusal the start is enough. */
static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    struct s3_request *r = context;

    if (r->status >= 200 && r->status < 300 && r->forward)
        return r->forward(bytes, size, count, r->forward_context);
    strbuf_add(&r->refusal, bytes, size * count);
    return size * count;
}

/* A curl_prereq_callback: the request is sent now, or again when a connection that was used before has ended. */
static int heed_sending(void *context, char *address, char *ours, int port, int our_port)
{
    struct s3_request *r = context;

    (void)address;
    (void)ours;
    (void)port;
    (void)our_port;
    r->sendings++;
    return CURL_PREREQFUNC_OK;
}

/* ---- what is asked ---- */

static bool add_header(struct curl_slist **headers, const char *line)
{
    struct curl_slist *longer = curl_slist_append(*headers, line);

    if (longer)
        *headers = longer;
    return longer != NULL;
}

static bool is_header(const char *line, const char *name)
{
    struct span text = span_string(line);

    return span_equal_nocase(span_head(text, span_find_byte(text, ':')), span_string(name));
}

/*
 * libcurl signs an empty "Transfer-Encoding:", which it does not send, and sends the body in chunks
 * beside a Content-Length that it was not told of.
 */
static bool is_wanted(const struct s3_request *r, const char *line)
{
    if (is_header(line, "Transfer-Encoding") || is_header(line, "Content-Length"))
        return false;
    return r->terms->version_2 ||
           !(is_header(line, "Authorization") || is_header(line, "x-amz-date"));
}

static bool add_signed(struct s3_request *r, struct curl_slist **headers)
{
    CLEANUP(cleanup_free)
    char *hash =
        xasprintf("x-amz-content-sha256: %s", r->payload_hash ? r->payload_hash : EMPTY_HASH);
    CLEANUP(cleanup_free)
    char *token = r->terms->token ? xasprintf("x-amz-security-token: %s", r->terms->token) : NULL;

    return add_header(headers, hash) && (!token || add_header(headers, token));
}

static CURLcode set_signature(const struct s3_request *r)
{
    CLEANUP(cleanup_free) char *provider = xasprintf("aws:amz:%s:s3", r->terms->region);
    CURLcode code = curl_easy_setopt(r->easy, CURLOPT_AWS_SIGV4, provider);

    if (code == CURLE_OK)
        code = curl_easy_setopt(r->easy, CURLOPT_USERNAME, r->terms->key_id);
    return code != CURLE_OK ? code : curl_easy_setopt(r->easy, CURLOPT_PASSWORD, r->terms->secret);
}

static CURLcode set_headers(struct s3_request *r, const struct curl_slist *theirs)
{
    struct curl_slist *headers = NULL;
    bool whole = true;
    CURLcode code = CURLE_OK;

    for (; theirs && whole; theirs = theirs->next)
        whole = !is_wanted(r, theirs->data) || add_header(&headers, theirs->data);
    whole = whole && (!r->only_new || add_header(&headers, "If-None-Match: *")) &&
            (r->terms->version_2 || add_signed(r, &headers));
    r->headers = headers;
    if (!whole)
        return CURLE_OUT_OF_MEMORY;
    if (!r->terms->version_2)
        code = set_signature(r);
    if (code == CURLE_OK && r->payload_hash && !r->whole.data)
        code = curl_easy_setopt(r->easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)r->payload_size);
    return code != CURLE_OK ? code : curl_easy_setopt(r->easy, CURLOPT_HTTPHEADER, headers);
}

static CURLcode set_url(const struct s3_request *r, const char *url)
{
    /* Three bytes for each at most, and what is added. */
    STRBUF_AUTO(sorted, 4 * KIB + 4 * strlen(url));
    s3_query_sort(span_string(url), &sorted);
    return curl_easy_setopt(r->easy, CURLOPT_URL, sorted.data);
}

static bool set_authorities(CURL *easy, struct span authorities)
{
    struct curl_blob blob = {.data = (void *)(uintptr_t)authorities.data,
                             .len = authorities.len,
                             .flags = CURL_BLOB_COPY};

    return !authorities.len || curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob) == CURLE_OK;
}

static bool set_times(const struct s3_request *r)
{
    CURL *easy = r->easy;

    return curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, r->silence) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, r->milliseconds) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, r->silence) == CURLE_OK;
}

/* All that is the same for every request. */
static CURLcode set_ours(struct s3_request *r)
{
    CURL *easy = r->easy;
    bool done = curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_USERAGENT, USER_AGENT) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, r->reason) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_HEADERDATA, r) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_WRITEDATA, r) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, heed_sending) == CURLE_OK &&
                curl_easy_setopt(easy, CURLOPT_PREREQDATA, r) == CURLE_OK &&
                set_authorities(easy, r->terms->authorities) && set_times(r);

    return done ? CURLE_OK : CURLE_FAILED_INIT;
}

/* ---- what libs3 sets ---- */

static CURLcode set_pointer(struct s3_request *r, CURLoption option, void *value)
{
    if (option == CURLOPT_WRITEDATA)
        r->forward_context = value;
    else if (option == CURLOPT_URL)
        return set_url(r, value);
    else if (option == CURLOPT_HTTPHEADER)
        return set_headers(r, value);
    else if (option == CURLOPT_PRIVATE || option == CURLOPT_READDATA ||
             option == CURLOPT_CUSTOMREQUEST)
        return curl_easy_setopt(r->easy, option, value);
    return CURLE_OK;
}

/*
 * As an upload, which is libs3's way, the body would wait until the server has answered the headers with 100;
 * what is posted libcurl sends with them, when it is less than 64 KiB.
 */
static CURLcode set_whole(const struct s3_request *r)
{
    CURLcode code = curl_easy_setopt(r->easy, CURLOPT_POSTFIELDSIZE, (long)r->whole.len);

    if (code == CURLE_OK)
        code = curl_easy_setopt(r->easy, CURLOPT_POSTFIELDS, r->whole.data);
    return code != CURLE_OK ? code : curl_easy_setopt(r->easy, CURLOPT_CUSTOMREQUEST, "PUT");
}

/* It gives ints where libcurl reads longs. */
static CURLcode set_number(const struct s3_request *r, CURLoption option, int value)
{
    if (option == CURLOPT_UPLOAD && r->whole.data)
        return set_whole(r);
    if (option == CURLOPT_UPLOAD || option == CURLOPT_NOBODY)
        return curl_easy_setopt(r->easy, option, (long)value);
    return CURLE_OK;
}

CURLcode s3_transport_setopt(CURL *easy, CURLoption option, ...)
{
    struct s3_request *r = asked;
    CURLcode code = CURLE_OK;
    va_list values;

    if (!r)
        return CURLE_FAILED_INIT;
    if (!r->easy) {
        r->easy = easy;
        code = set_ours(r);
    }
    if (code != CURLE_OK)
        return code;
    va_start(values, option);
    if (option < CURLOPTTYPE_OBJECTPOINT)
        code = set_number(r, option, va_arg(values, int));
    else if (option < CURLOPTTYPE_FUNCTIONPOINT)
        code = set_pointer(r, option, va_arg(values, void *));
    else if (option == CURLOPT_WRITEFUNCTION)
        r->forward = va_arg(values, size_t(*)(void *, size_t, size_t, void *));
    else if (option == CURLOPT_READFUNCTION)
        code = curl_easy_setopt(easy, option, va_arg(values, curl_read_callback));
    va_end(values);
    return code;
}

void s3_transport_begin(struct s3_request *request)
{
    asked = request;
}

void s3_transport_end(struct s3_request *request)
{
    if (asked == request)
        asked = NULL;
    if (request->easy) {
        curl_easy_setopt(request->easy, CURLOPT_ERRORBUFFER, NULL);
        curl_easy_setopt(request->easy, CURLOPT_HTTPHEADER, NULL);
        curl_easy_setopt(request->easy, CURLOPT_PASSWORD, NULL);
    }
    request->easy = NULL;
    curl_slist_free_all(request->headers);
    request->headers = NULL;
}
