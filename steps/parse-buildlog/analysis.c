/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "consumers.h"
#include "document.h"
#include "logged.h"
#include "match.h"
#include "pem.h"
#include "redact.h"
#include "timestamp.h"
#include "verdict.h"
#include "wording.h"
#include "xalloc.h"

/* Lines of the longest private key that is masked, RSA with 16384 bits has some 200; and with what other tracks print. */
#define KEY_LINES 1024
#define KEY_LINES_ALL 8192

/* In these the first timestamp is looked for, whatever they hold. */
#define TIME_LINES 200

static void handle_line(void *context, const struct log_line *given, const uint16_t *consumers,
                        size_t count);

static void complete(struct analysis *a, bool at_end)
{
    const struct window *window = log_reader_window(a->reader);

    candidates_complete(&a->candidates, window, at_end);
    earlier_complete(&a->earlier, &a->candidates, window, at_end);
}

static void handle_move(void *context)
{
    complete(context, false);
}

struct analysis *analysis_new(struct rules *rules, enum outcome given)
{
    static const struct log_handlers handlers = {handle_line, handle_move};
    struct analysis *a = xcalloc(1, sizeof *a);

    a->rules = rules;
    a->given = given;
    a->hits = xcalloc(rules->count + 1, sizeof(const struct rule *));
    a->reader = log_reader_new(rules->table, rules->scanner, &handlers, a);
    log_reader_every_line(a->reader, true);
    steps_init(&a->steps, &a->pool);
    packages_init(&a->packages, &a->pool);
    tracks_init(&a->tracks, &a->packages);
    thoth_init(&a->thoth);
    candidates_init(&a->candidates);
    return a;
}

void analysis_free(struct analysis *a)
{
    if (!a)
        return;
    candidate_release(&a->made);
    earlier_release(&a->earlier);
    candidates_release(&a->candidates);
    thoth_release(&a->thoth);
    tracks_release(&a->tracks);
    packages_release(&a->packages);
    steps_release(&a->steps);
    pool_release(&a->pool);
    log_reader_free(a->reader);
    free(a->hits);
    free(a);
}

void analysis_feed(struct analysis *a, struct span piece)
{
    log_reader_feed(a->reader, piece);
}

const struct track *analysis_track(const struct analysis *a)
{
    return a->failing ? a->failing : a->tracks.latest;
}

static bool is_running(const struct track *track)
{
    return track->is_vertex && track->steps.running[LEVEL_STEP] != NO_STEP;
}

/* A vertex that speaks after an export was done is of another target, which is not told to be done. */
static bool is_one_left(const struct analysis *a)
{
    for (size_t i = 0; i < a->tracks.count; i++) {
        const struct track *track = a->tracks.items[i];

        if (is_running(track) && track->steps.last_line > a->steps.succeeded)
            return true;
    }
    return false;
}

/* What a builder says of the whole only by what it said of all steps. */
static void conclude(struct analysis *a)
{
    if (!a->failing)
        a->failing = tracks_named(&a->tracks, a->steps.blamed);
    if (a->steps.outcome == OUTCOME_UNKNOWN &&
        (analysis_track(a)->steps.numbering.nested_succeeded || buildkit_is_done(&a->steps)))
        a->steps.outcome = OUTCOME_SUCCEEDED;
    if (a->steps.outcome == OUTCOME_SUCCEEDED && a->steps.succeeded && is_one_left(a))
        a->steps.outcome = OUTCOME_UNKNOWN;
    if (a->failing && a->steps.outcome == OUTCOME_FAILED) {
        candidates_keep_track(&a->candidates, a->failing->index);
        steps_fail(&a->steps, &a->failing->steps, -1);
    }
}

/* Where tracks run side by side, only of the one that a builder named it is known that it failed. */
static void end_steps(struct analysis *a)
{
    for (size_t i = 0; i < a->tracks.count; i++) {
        struct track *track = a->tracks.items[i];
        bool fails = a->failing ? track == a->failing : track->index == 0;

        steps_finish(&a->steps, &track->steps,
                     a->outcome == OUTCOME_FAILED && !fails ? OUTCOME_UNKNOWN : a->outcome,
                     a->lines);
    }
}

void analysis_finish(struct analysis *a)
{
    a->torn = log_reader_is_torn(a->reader);
    log_reader_finish(a->reader);
    a->lines = log_reader_lines(a->reader);
    complete(a, true);
    conclude(a);
    analysis_judge(a);
    for (size_t i = 0; i < a->tracks.count; i++)
        managers_finish(&a->tracks.items[i]->managers, a->outcome == OUTCOME_FAILED);
    packages_finish(&a->packages);
    end_steps(a);
}

/* ---- a line ---- */

/* The first time: of what ships the log, or "2020-04-02 20:06:50,579". */
static void look_for_time(struct analysis *a, const struct log_line *line)
{
    char seconds[sizeof "2020-04-02T20:06:50Z"];
    struct span text = line->text;

    if (line->time >= 365 * TIMESTAMP_DAY) {
        a->started = (time_t)(line->time / 1000);
        return;
    }
    if (text.len < 19 || text.data[4] != '-' || text.data[13] != ':')
        return;
    snprintf(seconds, sizeof seconds, "%.10sT%.8sZ", text.data, text.data + 11);
    a->started = document_parse_time(span_string(seconds));
}

/*
 * The lines of a private key are one secret together, and none of them shows it alone; so they are
 * masked here, before anything is kept, in whatever track they come.
 */
static bool mask_key(struct analysis *a, struct log_line *line)
{
    if (line->number >= a->key_over)
        a->key_lines = 0;
    if (!a->key_lines || !pem_is_inside(line->text))
        return false;
    a->key_lines = pem_ends(line->text) ? 0 : a->key_lines - 1;
    line->text = SPAN_LITERAL(REDACTED);
    candidates_hide(&a->candidates, line->number);
    return true;
}

/* The consumers are in ascending order, and the rules' parts come first. */
static bool is_for_rules(const struct analysis *a, const uint16_t *consumers, size_t count)
{
    return count && consumers[0] < a->rules->place_count;
}

static void look_for_key(struct analysis *a, const struct log_line *line, uint64_t others)
{
    if (!consumers_have(others, CONSUMER_KEYS) || !pem_begins(line->text))
        return;
    a->key_lines = KEY_LINES;
    a->key_over = line->number + KEY_LINES_ALL;
}

/* What the package managers say they did, and got over. */
static void follow_managers(struct analysis *a, struct track *track, const struct log_line *line,
                            manager_set marked)
{
    struct recovery recovery = managers_line(&track->managers, line, marked);

    track->seen |= track->managers.shown;
    if (recovery.last)
        candidates_recover(&a->candidates, track->index, recovery.first, recovery.last);
}

static void mark_tools(struct track *track, const struct log_line *line)
{
    const struct tool_mark *mark = tools_find_mark(line->text);

    if (mark)
        track->seen |= mark->tools;
}

/* ---- tracks ---- */

/* The vertex that failed, if the line is one of those of it that BuildKit repeats at the end. */
static struct track *repeated_track(struct analysis *a, const struct log_line *line)
{
    bool repeated = a->prefixes.tail && line->output && line->vertex.len == 0;

    return repeated && a->failing && a->failing->is_vertex ? a->failing : NULL;
}

/* *ret_known: the line was seen before, in its place; not so in a log that begins within the step. */
static struct track *track_of(struct analysis *a, struct log_line *line, bool *ret_known)
{
    struct track *track = repeated_track(a, line);

    *ret_known = track && track->has_output && !track->cut;
    if (track)
        return track;
    track = tracks_of_line(&a->tracks, line);
    if (track->fresh)
        candidates_clear_track(&a->candidates, track->index);
    return track;
}

/* The track's step succeeded; what its hits show may be why a later one fails. */
static void pass_track(struct analysis *a, struct track *track)
{
    earlier_take(&a->earlier, &a->candidates, track->index);
    managers_settle(&track->managers, true);
    track->seen = TOOLS_NONE;
}

/* All but vertices that still run, which are another target's. */
static void pass_all(struct analysis *a)
{
    bool left = false;

    for (size_t i = 0; i < a->tracks.count; i++) {
        if (is_running(a->tracks.items[i]))
            left = true;
        else
            pass_track(a, a->tracks.items[i]);
    }
    if (!left)
        candidates_clear(&a->candidates);
}

static enum builder_word hear_builder(struct analysis *a, struct track *track,
                                      const struct log_line *line)
{
    enum outcome before = a->steps.outcome;
    enum builder_word word = builders_line(&a->steps, &track->steps, line);

    if (a->steps.newest_first && before == OUTCOME_FAILED) {
        a->steps.outcome = OUTCOME_FAILED; /* its first line said so, and all others are older */
        a->steps.succeeded = 0;
    }
    if (a->steps.outcome == OUTCOME_SUCCEEDED && before != OUTCOME_SUCCEEDED)
        pass_all(a);
    else if ((word == WORD_STEP || word == WORD_SUCCESS) && !a->steps.newest_first)
        pass_track(a, track);
    if (word == WORD_FAILURE)
        match_blame(a, track);
    if (a->failing && a->steps.outcome != OUTCOME_FAILED) {
        a->failing->held = false;
        a->failing = NULL;
    }
    return word;
}

/* Right below a hit it is logged as that is, or not; lines of one record have one number. */
static bool is_logged(const struct analysis *a, const struct log_line *line)
{
    const struct candidates *all = &a->candidates;
    struct log_line above = *line;

    if (!all->tested)
        return false;
    if (all->count && window_before(log_reader_window(a->reader), &above, &above) &&
        all->items[all->count - 1].place == above.place)
        return all->items[all->count - 1].logged;
    return logged_by_tested(a, line);
}

static struct candidate *add_candidate(struct analysis *a, const struct track *track,
                                       const struct log_line *line, const struct rule *rule)
{
    bool logged = is_logged(a, line);
    struct candidate *candidate =
        candidates_add(&a->candidates, rule, line, track->index, steps_current(&track->steps));

    candidate->logged = logged;
    return candidate;
}

static void judge_line(struct analysis *a, struct log_line *line, const uint16_t *consumers,
                       size_t count, uint64_t others)
{
    bool known;
    struct track *track = track_of(a, line, &known);
    enum builder_word word = WORD_NONE;
    const struct rule *rule = NULL;
    bool proof = false;

    if (consumers_have(others, CONSUMER_STEPS) || track->steps.committing ||
        (line->task_step && track->fresh))
        word = hear_builder(a, track, line);
    else
        track_steps_passed(&track->steps, line);
    if (known)
        return;
    if (consumers_have(others, CONSUMER_TOOLS))
        mark_tools(track, line);
    follow_managers(a, track, line, consumers_managers(others));
    if (is_for_rules(a, consumers, count) && word != WORD_STEP && word != WORD_SUCCESS &&
        word != WORD_QUIET)
        rule = match_rules(a, track, line, consumers, count, &proof);
    if (rule && !wording_is_harmless(line->text))
        add_candidate(a, track, line, rule)->of_builder = proof;
}

/* What hangs together over lines of which most hold no mark. */
static bool wants_every_line(const struct analysis *a, uint64_t number)
{
    const struct track *track = a->tracks.latest;

    return (!a->started && number < TIME_LINES) || a->key_lines ||
           a->thoth.block != THOTH_NO_BLOCK || track->steps.committing ||
           track->managers.following ||
           a->prefixes.in_steps; /* a container may say nothing with a mark */
}

static void handle_line(void *context, const struct log_line *given, const uint16_t *consumers,
                        size_t count)
{
    struct analysis *a = context;
    struct log_line line = *given;
    uint64_t others;

    if (!a->begun) {
        a->begun = true;
        prefixes_look_ahead(&a->prefixes, log_reader_window(a->reader));
    }
    if (!a->first_odd && line_is_odd(line.text))
        a->first_odd = line.number;
    prefixes_split(&a->prefixes, &line);
    if (!a->started)
        look_for_time(a, &line);
    if (mask_key(a, &line))
        count = 0;
    others = consumers_others(consumers, count, a->rules->place_count);
    look_for_key(a, &line, others);
    if (!(a->thoth.block || consumers_have(others, CONSUMER_THOTH)) ||
        !thoth_line(&a->thoth, &line))
        judge_line(a, &line, consumers, count, others);
    log_reader_every_line(a->reader, wants_every_line(a, line.number));
}
