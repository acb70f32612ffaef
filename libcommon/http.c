/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http_proxy.h"
#include "http_request.h"
#include "http_response.h"
#include "xalloc.h"

/* So often it is looked whether to stop. */
#define WAKE_MILLISECONDS 1000

struct http {
    CURLM *multi;
    const atomic_bool *stop;
    bool needs_bundle; /* the system's folder of certificates was not enough */
};

/* libcurl's functions return NULL and codes where memory is out: as everywhere, the end. */
static void need(bool done)
{
    if (!done)
        out_of_memory();
}

static void init_library(void)
{
    need(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
}

struct http *http_new(const atomic_bool *stop)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct http *http = xcalloc(1, sizeof *http);

    pthread_once(&once, init_library);
    http->multi = curl_multi_init();
    need(http->multi);
    http->stop = stop;
    return http;
}

void http_free(struct http *http)
{
    if (!http)
        return;
    curl_multi_cleanup(http->multi);
    free(http);
}

struct address_text {
    char text[INET6_ADDRSTRLEN];
};

/* ---- one transfer, which is also the stream of its body ---- */

struct transfer {
    struct stream base;
    struct http *http;
    CURL *easy;
    struct curl_slist *headers;
    char reason[CURL_ERROR_SIZE];
    struct http_response *response; /* NULL once the header is in */
    size_t header_bytes;
    char *buffer; /* STREAM_PIECE bytes */
    size_t filled;
    bool handed_out; /* the caller has seen what fills the buffer */
    bool paused;
    bool finished;
    CURLcode result;
    struct stream *sent; /* borrowed */
    struct span to_send; /* what is left of its piece */
    uint64_t left_to_send;
    struct error send_error;
    bool proxied;
    enum host_reach reach;
    struct address_text refused; /* the last address that was out of reach; empty: none */
};

static void transfer_close(struct stream *base)
{
    struct transfer *t = (struct transfer *)base;

    curl_multi_remove_handle(t->http->multi, t->easy);
    curl_easy_cleanup(t->easy);
    curl_slist_free_all(t->headers);
    free(t->buffer);
    free(t);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    struct transfer *t = context;
    size_t len = size * count;

    if (len > STREAM_PIECE - t->filled) {
        t->paused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    memcpy(t->buffer + t->filled, bytes, len);
    t->filled += len;
    return len;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context)
{
    struct transfer *t = context;
    size_t len = size * count;
    struct span line = span_trim(span_of(bytes, len));
    size_t colon = span_find_byte(line, ':');

    t->header_bytes += len;
    if (t->header_bytes > LIMIT_HTTP_HEADERS)
        return 0;
    if (!t->response) /* a trailer */
        return len;
    if (span_starts_with(line, "HTTP/"))
        http_response_begin(t->response, line);
    else if (!line.len && t->response->status >= 200)
        t->response = NULL;
    else if (line.len <= LIMIT_HTTP_HEADER && colon < line.len)
        http_response_take(t->response, span_head(line, colon),
                           span_trim(span_skip(line, colon + 1)));
    return len;
}

/* ---- what is sent ---- */

static size_t give_body(char *out, size_t size, size_t count, void *context)
{
    struct transfer *t = context;
    size_t len;

    if (!t->to_send.len && !stream_next(t->sent, &t->to_send, &t->send_error))
        return CURL_READFUNC_ABORT;
    len = t->to_send.len < size * count ? t->to_send.len : size * count;
    if (len)
        memcpy(out, t->to_send.data, len);
    t->to_send = span_skip(t->to_send, len);
    t->left_to_send -= len < t->left_to_send ? len : t->left_to_send;
    return len;
}

/* A connection that turned out dead when half was sent: who asked begins anew. */
static int cannot_rewind(void *context, curl_off_t offset, int origin)
{
    (void)context;
    (void)offset;
    (void)origin;
    return CURL_SEEKFUNC_FAIL;
}

/* ---- connections ---- */

static struct address_text address_of(const struct sockaddr *address)
{
    struct address_text ret = {""};

    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)address)->sin_addr, ret.text,
                  sizeof ret.text);
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr,
                  ret.text, sizeof ret.text);
    return ret;
}

/*
 * The address is what the name has led to now: who answers for it may have said another one when it was
 * looked at before (DNS rebinding).
 */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct transfer *t = context;
    struct address_text text = address_of(&address->addr);

    (void)purpose;
    if (!t->proxied && text.text[0] && !host_is_in_reach(t->reach, host_place(text.text))) {
        t->refused = text;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* Where it was connected to; of what a proxy connects to only the name is known. */
static enum host_place place_of(const struct transfer *t, const struct http_url *url)
{
    const char *address = NULL;

    if (t->proxied || curl_easy_getinfo(t->easy, CURLINFO_PRIMARY_IP, &address) != CURLE_OK)
        return host_place(url->host);
    return host_place(address ? address : "");
}

static bool set_callbacks(struct transfer *t)
{
    CURL *easy = t->easy;

    return curl_easy_setopt(easy, CURLOPT_READFUNCTION, give_body) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_READDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, cannot_rewind) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, t->reason) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PRIVATE, t) == CURLE_OK;
}

/* ---- moving it on ---- */

static enum error_kind kind_of(CURLcode code)
{
    static const struct {
        CURLcode code;
        enum error_kind kind;
    } kinds[] = {
        {CURLE_PEER_FAILED_VERIFICATION, ERROR_CONFIGURATION},
        {CURLE_SSL_CACERT_BADFILE, ERROR_CONFIGURATION},
        {CURLE_SSL_CERTPROBLEM, ERROR_CONFIGURATION},
        {CURLE_SSL_ENGINE_INITFAILED, ERROR_CONFIGURATION},
        {CURLE_URL_MALFORMAT, ERROR_MALFORMED},
        {CURLE_UNSUPPORTED_PROTOCOL, ERROR_MALFORMED},
        {CURLE_WEIRD_SERVER_REPLY, ERROR_MALFORMED},
        {CURLE_BAD_CONTENT_ENCODING, ERROR_MALFORMED},
        {CURLE_WRITE_ERROR, ERROR_MALFORMED}, /* our own refusal of too long a header */
    };

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].code == code)
            return kinds[i].kind;
    return ERROR_TRY_AGAIN;
}

static bool transfer_failed(const struct transfer *t, struct error *err)
{
    /* libcurl says the same of a line of 100 KB in a header. */
    if (t->result == CURLE_OUT_OF_MEMORY && t->header_bytes)
        return error_set(err, ERROR_MALFORMED, "a line of its header is too long");
    if (t->result == CURLE_OUT_OF_MEMORY)
        out_of_memory();
    if (error_is_set(&t->send_error))
        return error_set(err, t->send_error.kind, "%s", t->send_error.message);
    /* libcurl has no code of its own for these alerts, which may come after the handshake. */
    if (strstr(t->reason, "certificate required") || strstr(t->reason, "alert bad certificate"))
        return error_set(err, ERROR_CONFIGURATION,
                         "it wants a certificate of ours (--cert-dir, containers-certs.d(5)): %s",
                         t->reason);
    /* OpenSSL's word for who answers a handshake with something else, as plain HTTP is. */
    if (t->result == CURLE_SSL_CONNECT_ERROR && strstr(t->reason, "wrong version number"))
        return error_set(err, ERROR_CONFIGURATION, "%s", t->reason);
    if (t->header_bytes > LIMIT_HTTP_HEADERS)
        return error_set(err, ERROR_MALFORMED, "its header is larger than %zu bytes",
                         LIMIT_HTTP_HEADERS);
    return error_set(err, kind_of(t->result), "%s",
                     t->reason[0] ? t->reason : curl_easy_strerror(t->result));
}

/* It may be another transfer of the same struct http, whose body is still open. */
static void finish(const CURLMsg *message)
{
    struct transfer *t = NULL;

    if (curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&t) != CURLE_OK || !t)
        return;
    t->finished = true;
    t->result = message->data.result;
}

/* Waits so long at most until something can be sent or received, and does it. */
static bool move_on(struct transfer *t, int milliseconds, struct error *err)
{
    int number = 0;
    CURLMcode code = CURLM_OK;

    if (t->http->stop && atomic_load(t->http->stop))
        return error_set(err, ERROR_TRY_AGAIN, "it was stopped");
    if (milliseconds)
        code = curl_multi_poll(t->http->multi, NULL, 0, milliseconds, &number);
    if (code == CURLM_OK)
        code = curl_multi_perform(t->http->multi, &number);
    for (CURLMsg *m; (m = curl_multi_info_read(t->http->multi, &number));)
        if (m->msg == CURLMSG_DONE)
            finish(m);
    if (code == CURLM_OUT_OF_MEMORY)
        out_of_memory();
    return code == CURLM_OK || error_set(err, ERROR_BUG, "libcurl: %s", curl_multi_strerror(code));
}

/* Lets the sender go on, which may fill the buffer at once. */
static bool resume(struct transfer *t, struct error *err)
{
    if (!t->paused)
        return true;
    t->paused = false;
    t->result = curl_easy_pause(t->easy, CURLPAUSE_CONT);
    t->finished = t->result != CURLE_OK;
    return t->finished || move_on(t, 0, err);
}

/* Until there is something in the buffer, or nothing more will come. */
static bool fill(struct transfer *t, struct error *err)
{
    if (!resume(t, err))
        return false;
    /* What has arrived is taken before anything is waited for: a call to the system less for each piece. */
    if (!t->filled && !t->finished && !move_on(t, 0, err))
        return false;
    while (!t->filled && !t->finished)
        if (!move_on(t, WAKE_MILLISECONDS, err))
            return false;
    return t->filled || t->result == CURLE_OK || transfer_failed(t, err);
}

static bool transfer_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct transfer *t = (struct transfer *)base;

    if (t->handed_out)
        t->filled = 0;
    if (!fill(t, err))
        return false;
    t->handed_out = true;
    *ret_piece = span_of(t->buffer, t->filled);
    return true;
}

/* What came with the header lies in our buffer; the rest goes into the caller's at once. */
static bool transfer_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                          struct error *err)
{
    struct transfer *t = (struct transfer *)base;
    char *own = t->buffer;
    bool done = true;

    (void)capacity;
    if (t->filled) {
        memcpy(out, own, t->filled);
    } else {
        t->buffer = out;
        done = fill(t, err);
        t->buffer = own;
    }
    *ret_len = t->filled;
    t->filled = 0;
    return done;
}

static struct transfer *transfer_new(struct http *http, const struct http_request *request,
                                     struct http_response *response)
{
    static const struct stream_ops ops = {.next = transfer_next,
                                          .read = transfer_read,
                                          .close = transfer_close};
    struct transfer *t = xcalloc(1, sizeof *t);
    const char *proxy = request->unix_socket ? NULL : http_proxy_for(request->url);

    t->base.ops = &ops;
    t->http = http;
    t->sent = request->sent;
    t->left_to_send = t->sent ? request->sent_size : 0;
    t->proxied = proxy != NULL;
    t->reach = request->reach;
    t->response = response;
    t->buffer = xmalloc(STREAM_PIECE);
    t->easy = curl_easy_init();
    need(t->easy);
    need(http_request_apply(t->easy, request, proxy, http->needs_bundle, &t->headers) &&
         set_callbacks(t));
    need(curl_multi_add_handle(http->multi, t->easy) == CURLM_OK);
    return t;
}

/* Less than a byte a second for this time, and the other side is gone. */
static void allow_silence(const struct transfer *t, long seconds)
{
    need(curl_easy_setopt(t->easy, CURLOPT_LOW_SPEED_TIME, seconds) == CURLE_OK);
}

/* Until the header is in. */
static bool await_header(struct transfer *t, const struct http_request *request, struct error *err)
{
    long allowed = LIMIT_SILENCE_SECONDS;

    while (t->response && !t->finished) {
        if (request->answer_seconds && !t->left_to_send && allowed != request->answer_seconds)
            allow_silence(t, allowed = request->answer_seconds);
        if (!move_on(t, WAKE_MILLISECONDS, err))
            return false;
    }
    if (allowed != LIMIT_SILENCE_SECONDS)
        allow_silence(t, LIMIT_SILENCE_SECONDS);
    return true;
}

static bool is_without_tls(CURLcode code)
{
    return code == CURLE_SSL_CONNECT_ERROR || code == CURLE_GOT_NOTHING ||
           code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR;
}

static bool ask(struct http *http, const struct http_request *request, struct http_response *ret,
                struct error *err)
{
    struct transfer *t = transfer_new(http, request, ret);

    ret->body = &t->base;
    if (!await_header(t, request, err))
        return false;
    ret->place = place_of(t, request->url);
    if (!t->response)
        return true;
    /* Nobody writes to ret any more, whatever is done with the stream. */
    t->response = NULL;
    if (t->result == CURLE_COULDNT_CONNECT && t->refused.text[0])
        return error_set(err, ERROR_MALFORMED, "'%s' leads to %s, which is no public address",
                         QUOTE(request->url->host), t->refused.text);
    ret->no_connection = t->result == CURLE_COULDNT_CONNECT;
    ret->no_tls = strcmp(request->url->scheme, "https") == 0 && is_without_tls(t->result);
    ret->was_closed = t->result == CURLE_SEND_FAIL_REWIND;
    if (t->result == CURLE_OK)
        return error_set(err, ERROR_MALFORMED, "the answer has no complete header");
    return transfer_failed(t, err);
}

static bool is_untrusted(const struct http_response *response)
{
    const struct transfer *t = (const struct transfer *)response->body;

    return t->result == CURLE_PEER_FAILED_VERIFICATION;
}

bool http_ask(struct http *http, const struct http_request *request, struct http_response *ret,
              struct error *err)
{
    struct error failure = {0};

    if (ask(http, request, ret, &failure))
        return true;
    if (!is_untrusted(ret) || http->needs_bundle)
        return error_set(err, failure.kind, "%s", failure.message);
    /* Nothing was sent yet. */
    http->needs_bundle = true;
    http_response_release(ret);
    return ask(http, request, ret, err);
}
