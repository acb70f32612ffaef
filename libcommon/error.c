/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

static void format_message(struct error *err, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

static void format_message(struct error *err, const char *format, va_list args)
{
    vsnprintf(err->message, sizeof err->message, format, args);
    text_mask_controls(err->message, strlen(err->message));
}

bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
    va_list args;

    if (error_is_set(err))
        return false;
    err->kind = kind;
    va_start(args, format);
    format_message(err, format, args);
    va_end(args);
    return false;
}

static enum error_kind kind_of_errno(int errnum)
{
    switch (errnum) {
    case ENOENT:
        return ERROR_NO_INPUT;
    case EPIPE:
        return ERROR_CLOSED_PIPE;
    default:
        return ERROR_LOCAL_IO;
    }
}

bool error_set_errno(struct error *err, int errnum, const char *format, ...)
{
    char reason[128];
    size_t used;
    va_list args;

    if (error_is_set(err))
        return false;
    err->kind = kind_of_errno(errnum);
    va_start(args, format);
    format_message(err, format, args);
    va_end(args);
    /* GNU strerror_r may return a static text instead of filling the buffer. */
    const char *text = strerror_r(errnum, reason, sizeof reason);
    used = strlen(err->message);
    if (used + strlen(text) + 3 > sizeof err->message)
        used = sizeof err->message - strlen(text) - 3;
    snprintf(err->message + used, sizeof err->message - used, ": %s", text);
    return false;
}

bool error_prefix(struct error *err, const char *format, ...)
{
    char context[LIMIT_ERROR_MESSAGE];
    size_t cause_len = strlen(err->message);
    size_t room = sizeof err->message - 1 - cause_len;
    size_t len;
    va_list args;

    if (!error_is_set(err) || room <= 2)
        return false;
    va_start(args, format);
    vsnprintf(context, sizeof context, format, args);
    va_end(args);
    len = strnlen(context, room - 2);
    text_mask_controls(context, len);
    memmove(err->message + len + 2, err->message, cause_len + 1);
    memcpy(err->message, context, len);
    memcpy(err->message + len, ": ", 2);
    return false;
}

void error_clear(struct error *err)
{
    err->kind = ERROR_NONE;
    err->message[0] = '\0';
}

struct quoted quote_bytes(const char *bytes, size_t len)
{
    struct quoted q;
    size_t kept = len < LIMIT_QUOTED_NAME ? len : LIMIT_QUOTED_NAME;

    if (kept)
        memcpy(q.text, bytes, kept);
    text_mask_controls(q.text, kept);
    memcpy(q.text + kept, kept < len ? "..." : "", kept < len ? 4 : 1);
    return q;
}

struct quoted quote_string(const char *text)
{
    return quote_bytes(text, strlen(text));
}
