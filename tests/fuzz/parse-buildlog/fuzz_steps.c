/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines of any bytes, heard by all builders: the steps lie within the log, no track runs one that
 * is not there, and there are no more of either than the limits allow.
 */
#include <stdlib.h>

#include "builder.h"
#include "prefixes.h"
#include "tracks.h"

#define MOST (64 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_steps(const struct steps *steps, uint64_t lines)
{
    if (steps->count > LIMIT_LOG_STEPS || steps->base_count > BASE_IMAGES)
        abort();
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->items[i];

        if (step->first_line < 1 || step->first_line > step->last_line || step->last_line > lines ||
            step->milliseconds < -1)
            abort();
    }
}

static void check_track(const struct steps *steps, const struct track *track)
{
    for (int level = 0; level < STEP_LEVELS; level++) {
        size_t running = track->steps.running[level];

        if (running != NO_STEP && running >= steps->count)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = span_of((const char *)data, size);
    struct log_line line = {0};
    struct prefixes prefixes = {0};
    struct packages packages;
    struct tracks tracks;
    struct steps steps;
    struct pool pool = {0};
    struct span text;

    if (size > MOST)
        return 0;
    packages_init(&packages, &pool);
    steps_init(&steps, &pool);
    tracks_init(&tracks, &packages);
    while (span_split(&rest, '\n', &text)) {
        line = (struct log_line){.number = line.number + 1, .text = text};
        prefixes_split(&prefixes, &line);

        struct track *track = tracks_of_line(&tracks, &line);

        builders_line(&steps, &track->steps, &line);
        check_track(&steps, track);
    }
    for (size_t i = 0; i < tracks.count; i++)
        steps_finish(&steps, &tracks.items[i]->steps, steps.outcome, line.number);
    check_steps(&steps, line.number);
    buildkit_is_done(&steps);
    tracks_release(&tracks);
    steps_release(&steps);
    packages_release(&packages);
    pool_release(&pool);
    return 0;
}
