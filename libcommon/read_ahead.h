/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stream read ahead on a thread of its own, so that making the bytes (inflating) and
 * using them go on at the same time.  Up to READ_AHEAD_PIECES pieces of STREAM_PIECE
 * bytes are held.
 */
#ifndef READ_AHEAD_H
#define READ_AHEAD_H

#include "stream.h"

/*
 * Takes over upstream and gives its bytes; an error of upstream comes after the bytes
 * before it.  The thread begins with the first piece that is asked for.  Where no thread can be
 * had, upstream is read on the caller's.  Never NULL.
 */
struct stream *stream_read_ahead_take(struct stream *upstream);

#endif
