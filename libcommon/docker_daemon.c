/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docker_daemon.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "docker_context.h"
#include "http.h"
#include "json_in.h"
#include "xalloc.h"

#define DOCKER_SOCKET "/var/run/docker.sock"
#define PODMAN_SOCKET "/run/podman/podman.sock"
#define USUAL_PORT "2375"

/* ---- where it listens ---- */

static bool is_socket(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISSOCK(st.st_mode);
}

static char *usual_socket(void)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    CLEANUP(cleanup_free)
    char *own = runtime && *runtime ? xasprintf("%s/podman/podman.sock", runtime) : NULL;
    const char *const places[] = {DOCKER_SOCKET, own, PODMAN_SOCKET};

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && is_socket(places[i]))
            return xstrdup(places[i]);
    return NULL;
}

char *docker_daemon_socket(void)
{
    struct error ignored = {0};
    struct span place;
    DOCKER_CONTEXT_AUTO(context);

    if (!docker_context_find(&context, &ignored))
        return NULL;
    if (!context.host)
        return usual_socket();
    place = span_string(context.host);
    return span_eat(&place, "unix://") && is_socket(place.data) ? xstrdup(place.data) : NULL;
}

struct daemon {
    struct http *http;
    char *socket; /* NULL: TCP */
    char *base;   /* "http://HOST:PORT" */
};

static bool find_tcp(struct daemon *d, const struct docker_context *context, struct span address,
                     struct error *err)
{
    const char *tls = getenv("DOCKER_TLS_VERIFY");
    bool has_port = span_find_byte(address, ':') < address.len;

    if (context->has_tls || (tls && *tls))
        return error_set(err, ERROR_CONFIGURATION,
                         "%s asks for TLS to the daemon, which is not supported",
                         context->has_tls ? context->said_by : "DOCKER_TLS_VERIFY");
    d->base = xasprintf("http://%.*s%s", SPAN_ARG(address), has_port ? "" : ":" USUAL_PORT);
    return true;
}

/* The kernel's own error of a socket is lost on the way through libcurl. */
static bool check_socket(const char *path, struct error *err)
{
    if (access(path, R_OK | W_OK) == 0)
        return true;
    if (errno == EACCES)
        return error_set(err, ERROR_PERMISSION,
                         "permission denied to connect to the daemon's socket '%s'", QUOTE(path));
    return error_set_errno(err, errno, "cannot connect to the daemon's socket '%s'", QUOTE(path));
}

static bool find_socket(struct daemon *d, char *path_taken, struct error *err)
{
    d->base = xstrdup("http://localhost");
    d->socket = path_taken;
    return d->socket ? check_socket(d->socket, err)
                     : error_set(err, ERROR_NO_INPUT,
                                 "there is no socket of Docker or Podman (" DOCKER_SOCKET ", "
                                 "podman/podman.sock in XDG_RUNTIME_DIR and /run), and neither "
                                 "DOCKER_HOST nor a context of docker's is set");
}

static bool find_daemon(struct daemon *d, struct error *err)
{
    struct span place;
    DOCKER_CONTEXT_AUTO(context);

    if (!docker_context_find(&context, err))
        return false;
    if (!context.host)
        return find_socket(d, usual_socket(), err);
    place = span_string(context.host);
    if (span_eat(&place, "tcp://"))
        return find_tcp(d, &context, place, err);
    if (span_eat(&place, "unix://"))
        return find_socket(d, xstrdup(place.data), err);
    return error_set(err, ERROR_CONFIGURATION,
                     "%s is '%s'; unix://PATH and tcp://HOST:PORT are supported", context.said_by,
                     QUOTE(context.host));
}

static void release(struct daemon *d)
{
    http_free(d->http);
    free(d->socket);
    free(d->base);
}

/* ---- asking ---- */

static enum error_kind kind_of_status(long status)
{
    switch (status) {
    case 401:
    case 403:
        return ERROR_PERMISSION;
    case 404:
        return ERROR_NO_INPUT;
    default:
        return status >= 500 ? ERROR_TRY_AGAIN : ERROR_MALFORMED;
    }
}

/* What else than 200 says, which is {"message"} (ErrorResponse of the API). */
static bool refusal(struct http_response *response, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_REGISTRY_ERROR);
    struct error ignored = {0};
    CLEANUP(cleanup_json)
    json_t *answer = stream_read_all(response->body, &text, "answer", &ignored)
                         ? json_in_parse(strbuf_span(&text), "answer", &ignored)
                         : NULL;
    const char *message = json_in_string_or(answer, "message", "");

    return error_set(err, kind_of_status(response->status), "the daemon says %ld%s%s",
                     response->status, *message ? ": " : "", *message ? QUOTE(message) : "");
}

static bool ask(struct daemon *d, const char *name, const char *what, struct http_response *ret,
                struct error *err)
{
    CLEANUP(cleanup_free) char *text = xasprintf("%s/images/%s/%s", d->base, name, what);
    HTTP_URL_AUTO(url);
    struct http_request request = {.method = HTTP_GET,
                                   .url = &url,
                                   .unix_socket = d->socket,
                                   .answer_seconds = LIMIT_DAEMON_ANSWER_SECONDS};

    if (!http_url_parse(NULL, text, &url, err))
        return false;
    if (!http_ask(d->http, &request, ret, err))
        return error_prefix(err, "daemon at '%s'", QUOTE(d->socket ? d->socket : d->base));
    return ret->status == 200 || refusal(ret, err);
}

static bool check_size(struct daemon *d, const char *name, uint64_t most, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_IMAGE_CONFIG);
    CLEANUP(cleanup_json) json_t *image = NULL;
    HTTP_RESPONSE_AUTO(response);
    int64_t size;

    if (!ask(d, name, "json", &response, err) ||
        !stream_read_all(response.body, &text, "the daemon's answer", err))
        return false;
    image = json_in_parse(strbuf_span(&text), "the daemon's answer", err);
    if (!image)
        return false;
    size = json_in_int_or(image, "Size", 0);
    return size < 0 || (uint64_t)size <= most ||
           error_set(err, ERROR_CONFIGURATION,
                     "the daemon says it has %lld bytes, more than the %llu that --max-size allows",
                     (long long)size, (unsigned long long)most);
}

/* ---- the stream, which owns the connection ---- */

struct daemon_stream {
    struct stream base;
    struct daemon daemon;
    struct http_response response;
};

static bool daemon_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    return stream_next(((struct daemon_stream *)base)->response.body, ret_piece, err);
}

static void daemon_close(struct stream *base)
{
    struct daemon_stream *s = (struct daemon_stream *)base;

    http_response_release(&s->response);
    release(&s->daemon);
    free(s);
}

struct stream *docker_daemon_save(const char *name, uint64_t most, struct error *err)
{
    static const struct stream_ops ops = {.next = daemon_next, .close = daemon_close};
    struct daemon_stream *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->daemon.http = http_new(NULL);
    if (find_daemon(&s->daemon, err) && (!most || check_size(&s->daemon, name, most, err)) &&
        ask(&s->daemon, name, "get", &s->response, err))
        return &s->base;
    daemon_close(&s->base);
    return NULL;
}
