/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What went wrong, for the person at the other end and for the exit status.
 *
 * A struct error lives on the caller's stack, starts as {0} and owns nothing.
 * A function that can fail takes it last, and returns false or NULL when it
 * fails.  The first error wins: setting a second one changes nothing, so clean-up
 * code may fail freely.  On the way up each layer may say once what it was
 * doing (error_prefix); the message then reads context first, cause last.  When
 * it grows too long the context is cut, never the cause.
 *
 * Messages have no capital, no full stop, and quote names with 'single quotes'
 * through error_quote().  Control characters are masked here, so that a file
 * name from an image cannot forge a log line.  Secrets are never put in.
 */
#ifndef ERROR_H
#define ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "limits.h"

enum error_kind {
    ERROR_NONE = 0,
    ERROR_USAGE,         /* wrong options */
    ERROR_NO_INPUT,      /* what should be read is not there or empty */
    ERROR_BUG,           /* ours */
    ERROR_LOCAL_IO,      /* disk, file, permissions of local files */
    ERROR_CLOSED_PIPE,   /* EPIPE on stdout */
    ERROR_TRY_AGAIN,     /* would perhaps work later */
    ERROR_MALFORMED,     /* data from outside that is not what it should be */
    ERROR_PERMISSION,    /* the other side says no */
    ERROR_CONFIGURATION, /* our surroundings are not as needed */
    ERROR_ANSWER, /* nothing went wrong, but the answer is one that was asked about (--fail-on) */
};

struct error {
    enum error_kind kind;
    char message[LIMIT_ERROR_MESSAGE];
};

/* Sets kind and message unless one is set already.  Always returns false, for `return error_set(...)`. */
bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * The same for a failed system call: appends ": " and the text of errnum (an
 * errno value); the kind follows errnum (ENOENT is ERROR_NO_INPUT, EPIPE
 * ERROR_CLOSED_PIPE, all others ERROR_LOCAL_IO).
 */
bool error_set_errno(struct error *err, int errnum, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "context: " before the message that is set.  Always returns false. */
bool error_prefix(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline bool error_is_set(const struct error *err)
{
    return err->kind != ERROR_NONE;
}

/* For loops that go on after a failure they have dealt with. */
void error_clear(struct error *err);

/*
 * A name from outside as it may stand in a message: cut at LIMIT_QUOTED_NAME
 * with "..." and control characters masked as '?'.  Use with "'%s'".
 */
struct quoted {
    char text[LIMIT_QUOTED_NAME + 4];
};
struct quoted quote_bytes(const char *bytes, size_t len);
struct quoted quote_string(const char *text);
#define QUOTE(string) (quote_string(string).text)

#endif
