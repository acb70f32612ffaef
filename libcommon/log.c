/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "exit_status.h"
#include "json_out.h"
#include "limits.h"
#include "redact.h"
#include "text.h"

/* Process-wide by nature, like stderr itself; written once, before any thread. */
static struct {
    const char *step;
    enum log_level most;
    bool json;
} state = {.step = "build-analysis", .most = LOG_WARNING};

static const char *const level_names[] = {"error", "warning", "info"};

void log_init(const char *step, enum log_level most, bool json)
{
    state.step = step;
    state.most = most;
    state.json = json;
}

static bool to_stderr(void *context, struct span bytes, struct error *err)
{
    (void)context;
    (void)err;
    /* Where stderr is gone there is nobody to tell. */
    if (write(STDERR_FILENO, bytes.data, bytes.len) < 0)
        return false;
    return true;
}

bool log_is_json(void)
{
    return state.json;
}

static void write_json(enum log_level level, const char *message)
{
    struct error ignored = {0};
    time_t now = time(NULL);
    char when[32];
    struct tm utc;

    strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    JSON_OUT_AUTO(w);
    json_out_init(&w, to_stderr, NULL, false);
    json_out_object(&w);
    json_out_member_cstring(&w, "time", when);
    json_out_member_cstring(&w, "level", level_names[level]);
    json_out_member_cstring(&w, "step", state.step);
    json_out_member_cstring(&w, "message", message);
    json_out_end(&w);
    if (!json_out_finish(&w, &ignored))
        return;
}

/* A name that was given, or what a server said, may be an URL with a password. */
static void mask_secrets(char *message, size_t size)
{
    STRBUF_AUTO(masked, (size_t)4 * LIMIT_ERROR_MESSAGE);

    if (redact_append_urls(&masked, span_string(message)))
        snprintf(message, size, "%s", masked.data);
}

void log_line(enum log_level level, const char *format, ...)
{
    char message[LIMIT_ERROR_MESSAGE * 2];
    char line[LIMIT_ERROR_MESSAGE * 2 + 100];
    va_list args;
    int n;

    if (level > state.most)
        return;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    text_mask_controls(message, strlen(message));
    mask_secrets(message, sizeof message);
    if (state.json) {
        write_json(level, message);
        return;
    }
    /* One write: lines of several steps in a pipe do not mix. */
    n = snprintf(line, sizeof line, "%s: %s: %s\n", state.step, level_names[level], message);
    to_stderr(NULL, span_of(line, (size_t)n), NULL);
}

int log_failure(const struct error *err)
{
    if (err->kind != ERROR_NONE && err->kind != ERROR_CLOSED_PIPE && *err->message)
        log_line(LOG_ERROR, "%s", err->message);
    return exit_status_of(err->kind);
}
