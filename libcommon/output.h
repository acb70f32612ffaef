/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a step's result goes: stdout, or a file that appears whole or not at all.
 *
 *     struct output out;
 *     if (!output_open(&out, path, &err)) ...
 *     ... output_write ...
 *     if (!output_commit(&out, &err)) ...      (or output_abort(&out) at any time before)
 *
 * A file is written under a temporary name in the same folder, synced, and
 * renamed over the old one by output_commit; output_abort, SIGHUP, SIGINT, SIGTERM and a
 * crash leave the old one.  /dev/ files and pipes named as FILE are written
 * directly.  stdout is flushed and closed by the commit, so that a full disk or
 * a closed pipe behind it is not lost.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "error.h"
#include "span.h"

struct output {
    char *path;      /* NULL: stdout */
    char *temporary; /* NULL: written directly */
    int fd;
};

/* path NULL or "-" is stdout. */
bool output_open(struct output *out, const char *path, struct error *err);
bool output_write(struct output *out, struct span bytes, struct error *err);
bool output_commit(struct output *out, struct error *err) __attribute__((warn_unused_result));
/* Removes what is not committed. Safe after commit, and on a zeroed struct. */
void output_abort(struct output *out);

/* output_write in the shape that json_out_init wants; context is the struct output. */
bool output_sink(void *context, struct span bytes, struct error *err);

/*
 * A file that appears whole or not at all, in one call: path's folder must
 * exist.  When durable, file and folder are synced before it returns.
 */
bool write_file_whole(const char *path, struct span bytes, bool durable, struct error *err);

/*
 * Gives the file of fd, which has none, the name path: at once, whole and synced.  False where that cannot
 * be, as in another file system; then nothing has changed.
 */
bool name_file(int fd, const char *path);

/* Makes the folder path and its parents, as far as they are not there. */
bool make_folders(const char *path, struct error *err);

/*
 * Installs SIGHUP (unless it is ignored), SIGINT and SIGTERM handlers that remove the
 * temporary files that are registered at that moment and end the process with 128 + the signal's number
 * (also as process 1 of a container, where the default would be to go on);
 * SIGPIPE is ignored, so that EPIPE is seen.  Called once by cli_main.
 */
void output_handle_signals(void);
/*
 * Registers a temporary file to remove on a signal; the string must stay alive until it is kept.
 * More than a hundred at a time are left lying.
 */
void output_remove_on_signal(const char *temporary);
/* It has become a result, or is gone. */
void output_keep_on_signal(const char *temporary);

#endif
