/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracks.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

struct key {
    char bytes[TRACK_KEY];
    size_t len;
};

static void begin_track(struct tracks *tracks, struct track *track, const struct key *key,
                        bool is_vertex)
{
    size_t index = track->index;

    *track =
        (struct track){.index = index, .key_len = key->len, .fresh = true, .is_vertex = is_vertex};
    memcpy(track->key, key->bytes, key->len);
    track_steps_init(&track->steps, key->len > 1);
    managers_init(&track->managers, tracks->packages, tracks->begun++);
}

static void end_track(struct track *track)
{
    managers_finish(&track->managers, false);
    managers_release(&track->managers);
}

static struct track *new_place(struct tracks *tracks)
{
    struct track *track = xcalloc(1, sizeof *track);

    track->index = tracks->count;
    tracks->items[tracks->count++] = track;
    return track;
}

void tracks_init(struct tracks *tracks, struct packages *packages)
{
    static const struct key unnamed = {.len = 1};

    *tracks = (struct tracks){.packages = packages};
    tracks->latest = new_place(tracks);
    begin_track(tracks, tracks->latest, &unnamed, false);
    tracks->latest->fresh = false;
}

void tracks_release(struct tracks *tracks)
{
    for (size_t i = 0; i < tracks->count; i++) {
        managers_release(&tracks->items[i]->managers);
        free(tracks->items[i]);
    }
    tracks->count = 0;
}

/* ---- finding ---- */

/* Of a name that is too long the end is left out. */
static struct key key_of(struct span track, struct span vertex)
{
    struct key key = {0};

    track = span_head(track, TRACK_KEY / 2);
    vertex = span_head(vertex, TRACK_KEY / 4);
    if (track.len)
        memcpy(key.bytes, track.data, track.len);
    if (vertex.len)
        memcpy(key.bytes + track.len + 1, vertex.data, vertex.len);
    key.len = track.len + 1 + vertex.len;
    return key;
}

static bool has_key(const struct track *track, const struct key *key)
{
    return track->key_len == key->len && memcmp(track->key, key->bytes, key->len) == 0;
}

bool track_has(const struct track *track, const struct log_line *line)
{
    const struct key key = key_of(line->track, line->vertex);

    return has_key(track, &key);
}

static struct track *find(const struct tracks *tracks, const struct key *key)
{
    if (has_key(tracks->latest, key))
        return tracks->latest;
    for (size_t i = 0; i < tracks->count; i++) {
        if (has_key(tracks->items[i], key))
            return tracks->items[i];
    }
    return NULL;
}

static bool is_running(const struct track *track)
{
    return track->steps.running[LEVEL_STEP] != NO_STEP ||
           track->steps.running[LEVEL_CONTAINER] != NO_STEP;
}

/* The place of the one that was used longest ago, if any runs no step of those. At most one is held. */
static struct track *take_place(struct tracks *tracks)
{
    struct track *oldest = NULL;

    for (size_t i = 1; i < tracks->count; i++) {
        struct track *track = tracks->items[i];

        if (track->held)
            continue;
        if (!oldest || (is_running(track) != is_running(oldest) ? is_running(oldest)
                                                                : track->used < oldest->used))
            oldest = track;
    }
    end_track(oldest);
    return oldest;
}

static struct track *find_or_begin(struct tracks *tracks, const struct key *key, bool is_vertex)
{
    struct track *track = find(tracks, key);

    if (track) {
        track->fresh = false;
        return track;
    }
    track = tracks->count < LIMIT_LOG_TRACKS ? new_place(tracks) : take_place(tracks);
    begin_track(tracks, track, key, is_vertex);
    return track;
}

/* True if a program runs in the track that may be a builder itself. */
static bool runs_program(const struct track *track)
{
    return numbering_runs_program(&track->steps.numbering) &&
           track->steps.running[LEVEL_STEP] != NO_STEP;
}

struct track *tracks_of_line(struct tracks *tracks, struct log_line *line)
{
    struct key key = key_of(line->track, span_of(NULL, 0));
    struct track *track = NULL;

    if (line->vertex.len) {
        track = find(tracks, &key);
        if (track && runs_program(track)) {
            line->vertex = span_of(NULL, 0);
            line->output = true;
            track->fresh = false;
        } else {
            key = key_of(line->track, line->vertex);
            track = NULL;
        }
    }
    if (!track)
        track = find_or_begin(tracks, &key, line->vertex.len > 0);
    track->used = ++tracks->calls;
    track->has_output = track->has_output || line->output;
    tracks->latest = track;
    return track;
}

struct track *tracks_named(const struct tracks *tracks, struct span name)
{
    for (size_t i = 1; name.len && i < tracks->count; i++) {
        struct span key = span_string(tracks->items[i]->key);
        struct span before = span_head(key, key.len > name.len ? key.len - name.len : 0);

        if (!span_equal(span_skip(key, before.len), name))
            continue;
        if (before.len == 0 || span_ends_with(before, "/") || span_ends_with(before, " ") ||
            span_ends_with(before, "/step-"))
            return tracks->items[i];
    }
    return NULL;
}
