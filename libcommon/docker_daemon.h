/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The daemon of Docker, or of Podman that answers as Docker's does (Docker Engine API).
 *
 * Where it listens is what docker_context.h finds (unix://PATH or tcp://HOST[:PORT]), else the first of
 * /var/run/docker.sock, ${XDG_RUNTIME_DIR}/podman/podman.sock and /run/podman/podman.sock that is a socket.
 */
#ifndef DOCKER_DAEMON_H
#define DOCKER_DAEMON_H

#include "error.h"
#include "stream.h"

/* The path of a daemon's socket on this machine that is there, as a string to free; NULL: none. */
char *docker_daemon_socket(void);

/*
 * The image called name (as the daemon knows it: NAME:TAG, or an id) as a stream of what `docker save`
 * writes.  When most is not 0, an image that the daemon says has more bytes is refused.  No such
 * image and no daemon are ERROR_NO_INPUT, no right to ask ERROR_PERMISSION, a daemon that does not answer
 * ERROR_TRY_AGAIN.  NULL with err set, which holds the daemon's own words.
 */
struct stream *docker_daemon_save(const char *name, uint64_t most, struct error *err);

#endif
