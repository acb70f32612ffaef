/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracks.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* Of names that are too long the ends are left out. */
struct key {
    struct span track;
    struct span vertex;
};

static struct key key_of(struct span track, struct span vertex)
{
    return (struct key){span_head(track, TRACK_NAME), span_head(vertex, VERTEX_NAME)};
}

static void begin_track(struct tracks *tracks, struct track *track, struct key key)
{
    *track = (struct track){.index = track->index,
                            .name_len = key.track.len,
                            .vertex_len = key.vertex.len,
                            .fresh = true,
                            .is_vertex = key.vertex.len > 0};
    if (key.track.len)
        memcpy(track->name, key.track.data, key.track.len);
    if (key.vertex.len)
        memcpy(track->vertex, key.vertex.data, key.vertex.len);
    track_steps_init(&track->steps, key.track.len || key.vertex.len);
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
    *tracks = (struct tracks){.packages = packages};
    tracks->latest = new_place(tracks);
    begin_track(tracks, tracks->latest, (struct key){0});
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

static bool has_key(const struct track *track, struct key key)
{
    return track->name_len == key.track.len && track->vertex_len == key.vertex.len &&
           span_equal(span_of(track->vertex, track->vertex_len), key.vertex) &&
           span_equal(span_of(track->name, track->name_len), key.track);
}

bool track_has(const struct track *track, const struct log_line *line)
{
    return has_key(track, key_of(line->track, line->vertex));
}

static struct track *find(const struct tracks *tracks, struct key key)
{
    if (key.track.len == 0 && key.vertex.len == 0)
        return tracks->items[0];
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

static struct track *find_or_begin(struct tracks *tracks, struct key key)
{
    struct track *track = find(tracks, key);

    if (track) {
        track->fresh = false;
        return track;
    }
    track = tracks->count < LIMIT_LOG_TRACKS ? new_place(tracks) : take_place(tracks);
    begin_track(tracks, track, key);
    return track;
}

/* True if a program runs in the track that may be a builder itself. */
static bool runs_program(const struct track *track)
{
    return numbering_runs_program(&track->steps.numbering) &&
           track->steps.running[LEVEL_STEP] != NO_STEP;
}

/* The track around the vertex of the line, if a program runs in it. */
static struct track *outer_program(const struct tracks *tracks, const struct log_line *line)
{
    struct track *outer = find(tracks, key_of(line->track, span_of(NULL, 0)));

    return outer && runs_program(outer) ? outer : NULL;
}

struct track *tracks_of_line(struct tracks *tracks, struct log_line *line)
{
    struct track *track = line->vertex.len ? outer_program(tracks, line) : NULL;

    if (line->vertex.len + line->track.len == 0) {
        track = tracks->items[0];
        track->fresh = false;
    } else if (track) {
        line->vertex = span_of(NULL, 0);
        line->output = true;
        track->fresh = false;
    } else {
        track = find_or_begin(tracks, key_of(line->track, line->vertex));
        track->cut = track->fresh ? line->output : track->cut;
    }
    track->used = ++tracks->calls;
    track->has_output = track->has_output || line->output;
    tracks->latest = track;
    return track;
}

struct track *tracks_named(const struct tracks *tracks, struct span name)
{
    for (size_t i = 1; name.len && i < tracks->count; i++) {
        struct span full = span_of(tracks->items[i]->name, tracks->items[i]->name_len);
        struct span before = span_head(full, full.len > name.len ? full.len - name.len : 0);

        if (!span_equal(span_skip(full, before.len), name))
            continue;
        if (before.len == 0 || span_ends_with(before, "/") || span_ends_with(before, " ") ||
            span_ends_with(before, "/step-"))
            return tracks->items[i];
    }
    return NULL;
}
