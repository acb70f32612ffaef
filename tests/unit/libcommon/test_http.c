/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http.c against a server that takes its time; tests/servers has the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http.h"
#include "xalloc.h"

/* One connection on loopback, which is answered after all that comes was read. */
struct server {
    int listener;
    char *url;
    size_t body;                 /* bytes */
    unsigned int before_reading; /* seconds */
    unsigned int before_answer;
    pthread_t thread;
};

/* The header in one piece, or the body with what of the header came along. */
static void read_request(int fd, size_t size)
{
    char *buffer = xmalloc(MIB);
    size_t total = 0;

    for (ssize_t n; total <= size && (n = recv(fd, buffer, MIB, 0)) > 0;)
        total += (size_t)n;
    free(buffer);
}

static void *serve(void *context)
{
    static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    struct server *server = context;
    int fd = accept(server->listener, NULL, NULL);

    sleep(server->before_reading);
    read_request(fd, server->body);
    sleep(server->before_answer);
    send(fd, answer, sizeof answer - 1, MSG_NOSIGNAL);
    shutdown(fd, SHUT_WR);
    read_request(fd, SIZE_MAX - 1);
    close(fd);
    return NULL;
}

static void start(struct server *server)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof address;

    server->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(server->listener, (struct sockaddr *)&address, len), 0);
    assert_int_equal(listen(server->listener, 1), 0);
    assert_int_equal(getsockname(server->listener, (struct sockaddr *)&address, &len), 0);
    server->url = xasprintf("http://127.0.0.1:%d/", ntohs(address.sin_port));
    assert_int_equal(pthread_create(&server->thread, NULL, serve, server), 0);
}

static void stop(struct server *server)
{
    pthread_join(server->thread, NULL);
    close(server->listener);
    free(server->url);
}

/* ret_kind is that of the failure. */
static bool put(struct server *server, long answer_seconds, enum error_kind *ret_kind)
{
    char *bytes = xcalloc(1, server->body);
    struct stream *sent = server->body ? stream_of_span(span_of(bytes, server->body)) : NULL;
    struct http *http = http_new(NULL);
    struct error err = {0};
    HTTP_URL_AUTO(url);
    HTTP_RESPONSE_AUTO(response);
    struct http_request request = {.method = HTTP_PUT,
                                   .url = &url,
                                   .sent = sent,
                                   .sent_size = server->body,
                                   .answer_seconds = answer_seconds};
    bool done;

    start(server);
    assert_true(http_url_parse(NULL, server->url, &url, &err));
    done = http_ask(http, &request, &response, &err);
    *ret_kind = err.kind;
    http_response_release(&response);
    http_free(http);
    stop(server);
    stream_close(sent);
    free(bytes);
    return done;
}

static void waits_for_an_answer_as_long_as_it_is_told(void **state)
{
    struct server server = {.before_answer = 3};
    enum error_kind kind;

    assert_false(put(&server, 1, &kind));
    assert_int_equal(kind, ERROR_TRY_AGAIN);
    assert_true(put(&server, 30, &kind));
}

/* That is from the last byte on.  libcurl's speed is that of five seconds. */
static void is_patient_with_who_reads_slowly(void **state)
{
    struct server server = {.body = 32 * MIB, .before_reading = 9};
    enum error_kind kind;

    assert_true(put(&server, 1, &kind));
}

/* Nobody listens: who is refused is not connected to. */
static enum error_kind ask_loopback(enum host_reach reach, char *ret_message)
{
    struct http *http = http_new(NULL);
    struct error err = {0};
    HTTP_URL_AUTO(url);
    HTTP_RESPONSE_AUTO(response);
    const struct http_request request = {.url = &url, .reach = reach};

    assert_true(http_url_parse(NULL, "http://localhost:1/", &url, &err));
    assert_false(http_ask(http, &request, &response, &err));
    snprintf(ret_message, LIMIT_ERROR_MESSAGE, "%s", err.message);
    http_response_release(&response);
    http_free(http);
    return err.kind;
}

static void looks_where_a_name_leads(void **state)
{
    char message[LIMIT_ERROR_MESSAGE];

    assert_int_equal(ask_loopback(REACH_ALL, message), ERROR_TRY_AGAIN);
    assert_int_equal(ask_loopback(REACH_INNER, message), ERROR_TRY_AGAIN);
    assert_int_equal(ask_loopback(REACH_PUBLIC, message), ERROR_MALFORMED);
    assert_non_null(strstr(message, "'localhost' leads to"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_where_a_name_leads),
        cmocka_unit_test(waits_for_an_answer_as_long_as_it_is_told),
        cmocka_unit_test(is_patient_with_who_reads_slowly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
