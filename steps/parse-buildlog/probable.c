/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probable.h"

#include <string.h>

#include "shell.h"
#include "wording.h"
#include "words.h"

/* So many blanks are in a sentence, and in few lines of progress. */
#define SENTENCE_BLANKS 5
/* Of the log's last lines these are looked at. */
#define RECENT_LINES 128
/* The same where the lines of one track are looked for among those of others. */
#define RECENT_LINES_OF_ALL 4096

/* "error: ... because --locked was passed to prevent this": whatever stands behind, that is one. */
static bool is_named_error(struct span text)
{
    return words_say(WORDS_NAMED_ERROR, text) && !span_contains(text, " 0 error") &&
           !span_contains(text, "arning") && !span_ends_with(text, ": none");
}

bool probable_is_crossed(struct span text)
{
    return words_say(WORDS_CROSSED, text) && !wording_is_expected(text);
}

/* "🦋  error ...": behind a picture it stands for the mark of one. */
static bool is_pictured(struct span text)
{
    size_t n = 0;

    while (n < text.len && (signed char)text.data[n] < 0)
        n++;
    text = span_trim(span_skip(text, n));
    return n > 0 && (span_starts_with(text, "error ") || span_starts_with(text, "Error "));
}

int probable_strength(struct span text)
{
    if (is_named_error(text) || is_pictured(text))
        return 2;
    if (words_say(WORDS_HARMLESS, text))
        return 0;
    if (words_say(WORDS_ERROR, text) || probable_is_crossed(text))
        return 2;
    return words_say(WORDS_DOUBT, text) ? 1 : 0;
}

/* The command of the step that failed; without its step, as its builder tells it. */
static struct span failed_command(const struct analysis *a)
{
    const struct step *step = steps_running(&a->steps, &analysis_track(a)->steps);

    return step ? step->command : a->told.command;
}

/* "cabal: web.cabal:86: 'library' expects no argument" of a step that runs cabal; also "go get .: ...". */
static bool is_of_command(struct span text, struct span command)
{
    struct span speaker = span_head(text, span_find_byte(text, ' '));
    struct shell shell;
    struct shell_command started;

    if (span_find(text, ": ") == text.len || words_say(WORDS_HARMLESS, text))
        return false;
    if (span_ends_with(speaker, ":"))
        speaker.len--;
    shell_init(&shell, command);
    while (shell_next(&shell, &started)) {
        if (span_equal(started.name, speaker))
            return true;
    }
    return false;
}

/* How probable it is that a line tells the cause, where no rule knows. */
static int probability(const struct log_line *line, struct span command)
{
    int strength = probable_strength(line->text);

    if (span_trim(line->text).len == 0)
        return 0;
    return 1 + 2 * strength + (line->red || (!strength && is_of_command(line->text, command)));
}

static bool is_step_header(const struct steps *steps, uint64_t number)
{
    for (size_t i = steps->count; i > 0 && steps->items[i - 1].first_line >= number; i--) {
        if (steps->items[i - 1].first_line == number && steps->items[i - 1].level == LEVEL_STEP)
            return true;
    }
    return false;
}

/* No cause: noise, a wrapper, or the builder's own line. */
static bool is_quiet(const struct analysis *a, const struct log_line *line)
{
    size_t count = rules_find(a->rules, line->text, a->hits);
    enum rule_rank best = RANK_NOISE;

    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->rank == RANK_NOISE)
            return true;
        best = a->hits[i]->rank > best ? a->hits[i]->rank : best;
    }
    return best == RANK_WRAPPER || is_step_header(&a->steps, line->number);
}

/* Where the step that runs began; lines before it succeeded. */
static uint64_t first_line_of_step(const struct analysis *a)
{
    const struct step *step = steps_running(&a->steps, &analysis_track(a)->steps);

    return step ? step->first_line : 0;
}

/* Takes the prefixes off; false for a line of another track than the failing one, if it must be of that. */
static bool is_of_failure(const struct analysis *a, struct log_line *line, bool must)
{
    struct prefixes prefixes = a->prefixes;

    prefixes.tail = !must;
    prefixes_split(&prefixes, line);
    return !must || track_has(a->failing, line);
}

/* The latest of the most probable lines of the step, or of its track alone. */
static bool look_for_line(const struct analysis *a, int least, bool of_track, struct log_line *ret)
{
    const struct window *window = log_reader_window(a->reader);
    uint64_t most = of_track ? RECENT_LINES_OF_ALL : RECENT_LINES;
    uint64_t first = first_line_of_step(a);
    struct span command = failed_command(a);
    struct log_line line;
    int best = least;

    for (bool more = window_last(window, &line);
         more && line.number >= first && a->lines - line.number < most;
         more = window_before(window, &line, &line)) {
        struct log_line text = line;
        int p = is_of_failure(a, &text, of_track) ? probability(&text, command) : 0;

        if (p > best && !is_quiet(a, &text)) {
            best = p;
            *ret = text;
        }
    }
    return best > least;
}

/* A vertex' lines may be found in what BuildKit repeats at the end alone. */
bool probable_line(const struct analysis *a, int least, struct log_line *ret)
{
    return (a->failing && look_for_line(a, least, true, ret)) ||
           look_for_line(a, least, false, ret);
}

/*
 * A sentence, which is neither what a tool says when it is done, nor what the step's command holds, as echo prints
 * it, nor the builder's " ---> Running in ...".
 */
static bool is_last_word(struct span text, struct span command)
{
    struct span bare = span_trim(text);

    return span_count_byte(bare, ' ') >= SENTENCE_BLANKS && !span_starts_with(bare, "---> ") &&
           !tools_find_mark(text) && !memmem(command.data, command.len, bare.data, bare.len);
}

bool probable_last_word(const struct analysis *a, const struct candidate *word,
                        struct log_line *ret)
{
    struct log_line line = {.place = word->place, .number = word->line};

    if (!steps_in_program(&a->steps, &analysis_track(a)->steps) ||
        !window_before(log_reader_window(a->reader), &line, &line) ||
        line.number <= first_line_of_step(a) || !is_of_failure(a, &line, a->failing != NULL) ||
        !is_last_word(line.text, failed_command(a)) || is_quiet(a, &line))
        return false;
    *ret = line;
    return true;
}

uint64_t probable_trap(const struct analysis *a)
{
    const struct window *window = log_reader_window(a->reader);
    uint64_t first = first_line_of_step(a);
    uint64_t ret = 0;
    struct log_line line;

    for (bool more = window_last(window, &line);
         more && line.number >= first && a->lines - line.number < RECENT_LINES;
         more = window_before(window, &line, &line)) {
        struct log_line text = line;

        if (is_of_failure(a, &text, false) && wording_is_trap(text.text))
            ret = line.number;
    }
    return ret;
}

static bool is_error(const struct analysis *a, struct log_line line)
{
    return is_of_failure(a, &line, false) && probable_strength(line.text) == 2 &&
           !is_quiet(a, &line);
}

/* How many of the latest lines, from the log's end back to this one, are errors. */
static size_t count_errors(const struct analysis *a, uint64_t most, uint64_t after)
{
    const struct window *window = log_reader_window(a->reader);
    struct log_line line;
    size_t count = 0;

    for (bool more = window_last(window, &line);
         more && line.number > after && a->lines - line.number < most;
         more = window_before(window, &line, &line))
        count += is_error(a, line);
    return count;
}

size_t probable_errors_after(const struct analysis *a, uint64_t line)
{
    return count_errors(a, RECENT_LINES, line);
}
