/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http_request.h"

#include <curl/curl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "config_file.h"
#include "xalloc.h"

#define USER_AGENT "build-analysis/" BUILD_ANALYSIS_VERSION
/* A connection that is not there after this time is tried again later. */
#define CONNECT_SECONDS 30L
/* What is received and then copied should lie in the processor's own cache. */
#define RECEIVED_AT_ONCE ((long)STREAM_PIECE / 4)

/* ---- headers ---- */

static bool add_header(struct curl_slist **headers, const char *name, const char *value)
{
    CLEANUP(cleanup_free) char *line = xasprintf("%s: %s", name, value);
    struct curl_slist *longer = curl_slist_append(*headers, line);

    if (!longer)
        return false;
    *headers = longer;
    return true;
}

static bool add_headers(const struct http_request *request, struct curl_slist **ret)
{
    const struct {
        const char *name;
        const char *value;
    } headers[] = {
        {"Accept", request->accept},
        {"Authorization", request->authorization},
        /* The digest is that of the bytes as they lie there. */
        {"Accept-Encoding", "identity"},
        {"Content-Type", request->sent_type ? request->sent_type : ""},
        {"Content-Range", request->sent_range},
        /* Who says no to an upload does so when it is begun; waiting to be let in costs a second. */
        {"Expect", ""},
    };

    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (headers[i].value && !add_header(ret, headers[i].name, headers[i].value))
            return false;
    return true;
}

/* ---- method ---- */

static bool set_first(CURL *easy, uint64_t first)
{
    char range[24];

    snprintf(range, sizeof range, "%" PRIu64 "-", first);
    return curl_easy_setopt(easy, CURLOPT_RANGE, range) == CURLE_OK;
}

static bool set_sent(CURL *easy, const struct http_request *request)
{
    if (!request->sent)
        return curl_easy_setopt(easy, CURLOPT_POSTFIELDS, "") == CURLE_OK &&
               curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, 0L) == CURLE_OK;
    return curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, (long)STREAM_PIECE) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)request->sent_size) ==
               CURLE_OK;
}

static bool set_method(CURL *easy, const struct http_request *request)
{
    static const char *const names[] = {
        [HTTP_POST] = "POST", [HTTP_PUT] = "PUT", [HTTP_PATCH] = "PATCH"};

    if (request->method == HTTP_GET)
        return !request->first || set_first(easy, request->first);
    if (request->method == HTTP_HEAD)
        return curl_easy_setopt(easy, CURLOPT_NOBODY, 1L) == CURLE_OK;
    return set_sent(easy, request) &&
           curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, names[request->method]) == CURLE_OK;
}

/* ---- TLS ---- */

/* NULL: as libcurl was built, or, where the system has none, nothing. */
static const char *named(const char *variable)
{
    const char *path = getenv(variable);

    return path && *path ? path : NULL;
}

bool http_add_system_authorities(struct strbuf *out, struct error *err)
{
    const char *path = named("SSL_CERT_FILE");
    struct file_stamp ignored;

    if (!path)
        path = curl_version_info(CURLVERSION_NOW)->cainfo;
    return !path || config_file_read(path, out, &ignored, err);
}

static bool set_authorities(CURL *easy, struct span authorities, bool bundle)
{
    const char *file = named("SSL_CERT_FILE");
    const char *folder = named("SSL_CERT_DIR");
    struct curl_blob blob = {.data = (void *)(uintptr_t)authorities.data,
                             .len = authorities.len,
                             .flags = CURL_BLOB_NOCOPY};

    if (folder && curl_easy_setopt(easy, CURLOPT_CAPATH, folder) != CURLE_OK)
        return false;
    if (authorities.len)
        return curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob) == CURLE_OK;
    if (!folder)
        folder = curl_version_info(CURLVERSION_NOW)->capath;
    /* Without a file OpenSSL finds the one authority that it needs in the folder. */
    if (file || (folder && !bundle))
        return curl_easy_setopt(easy, CURLOPT_CAINFO, file) == CURLE_OK;
    return true;
}

static bool set_tls(CURL *easy, const struct http_request *request, bool bundle)
{
    const struct http_tls *tls = request->tls;
    const long verify = request->insecure ? 0 : 1;

    if (curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, verify) != CURLE_OK ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2 * verify) != CURLE_OK)
        return false;
    if (!set_authorities(easy, tls ? tls->authorities : (struct span){0}, bundle))
        return false;
    return !tls || !tls->certificate ||
           (curl_easy_setopt(easy, CURLOPT_SSLCERT, tls->certificate) == CURLE_OK &&
            curl_easy_setopt(easy, CURLOPT_SSLKEY, tls->key) == CURLE_OK);
}

/* ---- all of it ---- */

static bool set_times(CURL *easy, const struct http_request *request)
{
    return curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, LIMIT_SILENCE_SECONDS) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_TIMEOUT, request->seconds) == CURLE_OK;
}

static bool set_target(CURL *easy, const struct http_request *request, const char *proxy)
{
    return curl_easy_setopt(easy, CURLOPT_URL, request->url->text) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PROXY, proxy ? proxy : "") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, request->unix_socket) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK;
}

bool http_request_apply(void *easy, const struct http_request *request, const char *proxy,
                        bool bundle, struct curl_slist **ret_headers)
{
    return add_headers(request, ret_headers) && set_method(easy, request) &&
           set_tls(easy, request, bundle) && set_times(easy, request) &&
           set_target(easy, request, proxy) &&
           curl_easy_setopt(easy, CURLOPT_HTTPHEADER, *ret_headers) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERAGENT, USER_AGENT) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, RECEIVED_AT_ONCE) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) == CURLE_OK;
}
