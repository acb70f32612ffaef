/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * late-registry LAYOUT MILLISECONDS: a registry of what lies in an OCI layout, each answer so much late.
 *
 * It prints its 127.0.0.1:PORT and serves until it is killed.  Every request is answered with the blob
 * whose digest is in its path, manifests too, so that images are asked for by digest, under any name.  It
 * costs next to nothing: what is measured against it is the client, where docker-registry on the same
 * processors takes more for each request than fetch-image does.
 */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "text.h"
#include "xalloc.h"

#define REQUEST 8192

static int blobs; /* the folder */
static struct timespec late;

/* A request's header up to its empty line; false when the client has gone, or speaks TLS. */
static bool read_request(int client, char *request)
{
    size_t len = 0;

    while (len + 1 < REQUEST) {
        ssize_t count = read(client, request + len, REQUEST - 1 - len);

        if (count <= 0 || request[0] != 'G')
            return false;
        len += (size_t)count;
        request[len] = '\0';
        if (strstr(request, "\r\n\r\n"))
            return true;
    }
    return false;
}

/* -1: there is none. */
static int open_blob(const char *request)
{
    const char *digest = strstr(request, "sha256:");
    char name[DIGEST_HEX + 1] = "";

    if (!digest || !span_is_hex(span_head(span_string(digest + 7), DIGEST_HEX), DIGEST_HEX))
        return -1;
    memcpy(name, digest + 7, DIGEST_HEX);
    return openat(blobs, name, O_RDONLY | O_CLOEXEC);
}

/* more: of the same answer follows. */
static bool send_header(int client, const char *header, bool more)
{
    size_t len = strlen(header);

    return send(client, header, len, more ? MSG_MORE : 0) == (ssize_t)len;
}

static bool send_blob(int client, int file, uint64_t left)
{
    while (left) {
        ssize_t count = sendfile(client, file, NULL, left);

        if (count <= 0)
            return false;
        left -= (uint64_t)count;
    }
    return true;
}

static bool answer(int client, const char *request)
{
    CLEANUP(cleanup_fd) int file = open_blob(request);
    CLEANUP(cleanup_free) char *header = NULL;
    struct stat st = {.st_size = 0};

    if (file >= 0 && fstat(file, &st) != 0)
        return false;
    header = xasprintf("HTTP/1.1 %s\r\nContent-Length: %lld\r\n\r\n",
                       file >= 0 ? "200 OK" : "404 Not Found", (long long)st.st_size);
    return send_header(client, header, st.st_size > 0) &&
           (file < 0 || send_blob(client, file, (uint64_t)st.st_size));
}

static void *serve(void *context)
{
    CLEANUP(cleanup_fd) int client = (int)(intptr_t)context;
    char request[REQUEST];
    int on = 1;

    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    while (read_request(client, request)) {
        nanosleep(&late, NULL);
        if (!answer(client, request))
            break;
    }
    return NULL;
}

/* On a free port of loopback, which is printed. */
static int listen_somewhere(void)
{
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0 || bind(fd, (struct sockaddr *)&place, size) != 0 || listen(fd, 128) != 0 ||
        getsockname(fd, (struct sockaddr *)&place, &size) != 0) {
        perror("late-registry");
        exit(1);
    }
    printf("127.0.0.1:%d\n", ntohs(place.sin_port));
    fflush(stdout);
    return fd;
}

static int open_blobs(const char *layout)
{
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/blobs/sha256", layout);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0) {
        perror(folder);
        exit(1);
    }
    return fd;
}

int main(int argc, char **argv)
{
    uint64_t milliseconds;
    pthread_t thread;
    int fd;

    if (argc != 3 || !span_to_uint64(span_string(argv[2]), &milliseconds) || milliseconds > 999) {
        fprintf(stderr, "usage: late-registry LAYOUT MILLISECONDS\n");
        return 2;
    }
    blobs = open_blobs(argv[1]);
    signal(SIGPIPE, SIG_IGN);
    late.tv_nsec = (long)milliseconds * 1000000;
    fd = listen_somewhere();
    for (;;) {
        int client = accept(fd, NULL, NULL);

        if (client >= 0 && pthread_create(&thread, NULL, serve, (void *)(intptr_t)client) == 0)
            pthread_detach(thread);
        else if (client >= 0)
            close(client);
    }
}
