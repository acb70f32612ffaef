/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stream whose bytes are also written to a descriptor, as they come and before
 * they are handed on: nothing is masked, it is the user's own log.
 *
 * A reader of the copy that goes away ends the copy alone; any other failure to
 * write is an error of the stream, so that no part of a log is lost in silence.
 */
#ifndef TEE_H
#define TEE_H

#include "stream.h"

/* Takes in; fd is borrowed. Never NULL. */
struct stream *stream_tee_take(struct stream *in, int fd, const char *name);

#endif
