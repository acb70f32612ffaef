/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "strbuf.h"
#include "xalloc.h"

#define BAR_MILLISECONDS 100
#define LINE_MILLISECONDS 3000
/* More blobs at a time than this are not drawn: a terminal has 24 lines. */
#define BARS_MOST 16

struct item {
    const struct descriptor *blob;
    atomic_bool running;
    atomic_uint_fast64_t bytes;
};

struct progress {
    enum progress_form form;
    const char *what;
    struct item *items;
    size_t count;
    pthread_t thread;
    bool has_thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool ended;
    size_t drawn; /* lines on the terminal */
};

enum progress_form progress_form(bool quiet, bool verbose)
{
    const char *terminal = getenv("TERM");

    if (quiet)
        return PROGRESS_NONE;
    if (!log_is_json() && isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0)
        return PROGRESS_BARS;
    return verbose ? PROGRESS_LINES : PROGRESS_NONE;
}

/* ---- bytes that pass ---- */

struct watched {
    struct stream base;
    struct stream *upstream;
    struct item *item;
};

static bool watched_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct watched *s = (struct watched *)base;

    if (!stream_next(s->upstream, ret_piece, err))
        return false;
    atomic_fetch_add(&s->item->bytes, ret_piece->len);
    return true;
}

static bool watched_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                         struct error *err)
{
    struct watched *s = (struct watched *)base;

    if (!stream_read(s->upstream, out, capacity, ret_len, err))
        return false;
    atomic_fetch_add(&s->item->bytes, *ret_len);
    return true;
}

static void watched_close(struct stream *base)
{
    struct watched *s = (struct watched *)base;

    stream_close(s->upstream);
    free(s);
}

struct stream *progress_watch_take(struct progress *progress, size_t i, uint64_t first,
                                   struct stream *upstream)
{
    static const struct stream_ops ops = {.next = watched_next,
                                          .read = watched_read,
                                          .close = watched_close};
    struct watched *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->upstream = upstream;
    s->item = &progress->items[i];
    atomic_store(&s->item->bytes, first);
    atomic_store(&s->item->running, true);
    return &s->base;
}

void progress_end(struct progress *progress, size_t i)
{
    atomic_store(&progress->items[i].bytes, progress->items[i].blob->size);
    atomic_store(&progress->items[i].running, false);
}

/* ---- lines ---- */

/* "12.3 MiB" */
struct amount {
    char text[24];
};

static struct amount amount_of(uint64_t bytes)
{
    static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    struct amount amount;
    double value = (double)bytes;
    size_t unit = 0;

    for (; value >= 1024 && unit + 1 < sizeof units / sizeof units[0]; unit++)
        value /= 1024;
    snprintf(amount.text, sizeof amount.text, "%.*f %s", unit ? 1 : 0, value, units[unit]);
    return amount;
}

static void tell_line(struct progress *progress)
{
    uint64_t bytes = 0;
    uint64_t size = 0;
    size_t running = 0;

    for (size_t i = 0; i < progress->count; i++) {
        bytes += atomic_load(&progress->items[i].bytes);
        size += progress->items[i].blob->size;
        running += atomic_load(&progress->items[i].running);
    }
    log_line(LOG_INFO, "%s of %s, %zu %s on their way", amount_of(bytes).text, amount_of(size).text,
             running, progress->what);
}

/* ---- bars ---- */

static size_t terminal_width(void)
{
    struct winsize size;

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

/* "sha256:0123456789ab [=====>    ] 12.3 MiB / 40.1 MiB" */
static void add_bar(struct strbuf *out, const struct descriptor *blob, uint64_t bytes, size_t width)
{
    size_t room = width > 70 ? width - 52 : 18;
    size_t filled = blob->size ? (size_t)((double)bytes / (double)blob->size * (double)room) : room;

    strbuf_addf(out, "\r%.19s [", DIGEST_TEXT(&blob->digest));
    for (size_t i = 0; i < room; i++)
        strbuf_add_byte(out, i < filled ? '=' : i == filled ? '>' : ' ');
    strbuf_addf(out, "] %s / %s\x1b[K\n", amount_of(bytes).text, amount_of(blob->size).text);
}

/* To the first of the lines that were drawn, with all of them wiped off. */
static void add_return(struct strbuf *out, size_t drawn)
{
    if (drawn)
        strbuf_addf(out, "\x1b[%zuA\r\x1b[J", drawn);
}

static void draw(struct progress *progress)
{
    STRBUF_AUTO(out, 64 * KIB);
    size_t width = terminal_width();
    size_t count = 0;

    add_return(&out, progress->drawn);
    for (size_t i = 0; i < progress->count && count < BARS_MOST; i++) {
        struct item *item = &progress->items[i];

        if (!atomic_load(&item->running))
            continue;
        add_bar(&out, item->blob, atomic_load(&item->bytes), width);
        count++;
    }
    progress->drawn = count;
    /* A terminal that is gone is nobody's loss. */
    (void)!write(STDERR_FILENO, out.data, out.len);
}

/* ---- the thread ---- */

/* True when the time is over, false when all is at its end; with the lock held. */
static bool wait_for(struct progress *progress, long milliseconds)
{
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += milliseconds % 1000 * 1000000;
    until.tv_sec += milliseconds / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    while (!progress->ended)
        if (pthread_cond_timedwait(&progress->wake, &progress->lock, &until) != 0)
            return true;
    return false;
}

static void *show(void *context)
{
    struct progress *progress = context;
    bool bars = progress->form == PROGRESS_BARS;

    pthread_mutex_lock(&progress->lock);
    while (wait_for(progress, bars ? BAR_MILLISECONDS : LINE_MILLISECONDS)) {
        if (bars)
            draw(progress);
        else
            tell_line(progress);
    }
    pthread_mutex_unlock(&progress->lock);
    return NULL;
}

struct progress *progress_start(enum progress_form form, const char *what,
                                const struct descriptor *const *blobs, size_t count)
{
    struct progress *progress = xcalloc(1, sizeof *progress);

    progress->form = form;
    progress->what = what;
    progress->items = xcalloc(count, sizeof *progress->items);
    progress->count = count;
    for (size_t i = 0; i < count; i++)
        progress->items[i].blob = blobs[i];
    pthread_mutex_init(&progress->lock, NULL);
    pthread_cond_init(&progress->wake, NULL);
    if (form != PROGRESS_NONE)
        progress->has_thread = pthread_create(&progress->thread, NULL, show, progress) == 0;
    return progress;
}

static void end_thread(struct progress *progress)
{
    STRBUF_AUTO(out, 64);

    pthread_mutex_lock(&progress->lock);
    progress->ended = true;
    pthread_cond_signal(&progress->wake);
    pthread_mutex_unlock(&progress->lock);
    pthread_join(progress->thread, NULL);
    add_return(&out, progress->drawn);
    (void)!write(STDERR_FILENO, out.data, out.len);
}

void progress_stop(struct progress *progress)
{
    if (!progress)
        return;
    if (progress->has_thread)
        end_thread(progress);
    pthread_cond_destroy(&progress->wake);
    pthread_mutex_destroy(&progress->lock);
    free(progress->items);
    free(progress);
}
