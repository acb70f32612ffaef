/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ending.h"

#include "telling.h"

/* Of the log's last lines so many are looked at: traces and lists may be long. */
#define ENDING_LINES 512
/* After what closes the text of an error so many of its lines may look like work. */
#define WORK_BEFORE_ADVICE 6
/* The same after the word of a tool that explains its errors, and stops. */
#define WORK_AFTER_FATAL 8
/* The same while what runs beside the job that failed is waited for, if it does not show that it is
 * of the same build; more tells that it was tried again. */
#define WORK_OF_OTHERS 4
/* Lines of how a program is called: Gradle's has some fifty. */
#define WORK_OF_USAGE 80
/* Lines that answer who asks for a version at a prompt. */
#define WORK_OF_ANSWER 12
/* An error that so little work follows may have ended the log, where what says so was cut off. */
#define WORK_AFTER_ERROR 2
/* Looked for is no more than tools print after they said that they are done. */
#define WORK_AFTER_DONE 20
/* Between the sum of the tests and a limit that they did not keep stands no more than a report. */
#define REPORT_LINES 24

/* What is known of the lines from here to the end. */
struct ending {
    int work;
    int jobs;     /* so much of the work may have run beside a job that failed */
    bool usage;   /* they are how a program is called, and nothing else */
    bool advised; /* they close the text of an error */
    bool resumed; /* such a text was closed, and work stands below */
    bool doubted;
    bool bare;  /* the outcome is an error's, as anything may print it */
    int report; /* lines since a sum of tests that all passed; 0: none */
    bool plan;  /* what stands above are tests, of which each says how it ended */
};

static bool ends_all(const struct ending *ending)
{
    return ending->work <= (ending->advised ? WORK_BEFORE_ADVICE : 0);
}

static enum outcome outcome_when_done(const struct ending *ending)
{
    return ending->doubted || ending->work > WORK_AFTER_DONE ? OUTCOME_UNKNOWN : OUTCOME_SUCCEEDED;
}

/* Above a sum of tests that passed: *ret is right but for a limit. */
static bool look_for_limit(struct ending *ending, enum telling telling, enum outcome *ret)
{
    if (telling == TELLS_LIMIT && *ret == OUTCOME_SUCCEEDED)
        *ret = OUTCOME_FAILED;
    return (telling < TELLS_START || telling == TELLS_PASSED) && ++ending->report < REPORT_LINES;
}

/*
 * Above TAP's plan: errors are what tests print, but for one that failed. What a script or another tool says stands above
 * the tests; within a note it is what a test printed.
 */
static bool look_for_failed_test(enum telling telling, bool note, enum outcome *ret)
{
    *ret = telling == TELLS_FAILED ? OUTCOME_FAILED : OUTCOME_SUCCEEDED;
    if (!note && (telling == TELLS_PASSED || telling == TELLS_LEAVE))
        return false;
    return telling != TELLS_FAILED && telling != TELLS_START && telling != TELLS_DONE;
}

/* Past a failure that other work follows, which is then of another run; a tool that was done above says nothing of it. */
static bool look_past_failure(struct ending *ending)
{
    ending->jobs = 0;
    ending->doubted |= ending->work <= WORK_AFTER_ERROR;
    return !ends_all(ending);
}

/* What may be an error, or none: false where what stands below shows that it is one. */
static bool look_past_doubt(struct ending *ending, enum telling telling)
{
    bool last = ending->work == 0;

    if (last && (ending->usage || (ending->advised && telling == TELLS_ASIDE)))
        return false;
    ending->doubted |= last;
    ending->work += telling == TELLS_DOUBT;
    return true;
}

/* How a program is called: what stands below is that, and no work. */
static void look_at_usage(struct ending *ending)
{
    ending->usage = ending->work <= WORK_OF_USAGE;
    if (ending->usage)
        ending->work = 0;
}

/* False when what the line tells ends the search: *ret is the outcome. */
static bool look_past(struct ending *ending, enum telling telling, enum outcome *ret)
{
    switch (telling) {
    case TELLS_ERROR:
    case TELLS_STATED:
    case TELLS_FAILED:
    case TELLS_LIMIT:
        *ret = OUTCOME_FAILED;
        return look_past_failure(ending);
    case TELLS_FATAL:
        *ret = OUTCOME_FAILED;
        return ending->resumed || ending->work > WORK_AFTER_FATAL;
    case TELLS_PASSED:
        *ret = outcome_when_done(ending);
        ending->report = 1;
        break;
    case TELLS_PLAN:
        ending->plan = ending->work == 0;
        break;
    case TELLS_WAITS:
        *ret = OUTCOME_FAILED;
        return ending->work - ending->jobs > WORK_OF_OTHERS;
    case TELLS_DONE:
        *ret = outcome_when_done(ending);
        return false;
    case TELLS_START:
    case TELLS_LEAVE:
        *ret = OUTCOME_UNKNOWN;
        return false;
    case TELLS_USAGE:
        look_at_usage(ending);
        break;
    case TELLS_ASKED:
        ending->work = ending->work <= WORK_OF_ANSWER ? 0 : ending->work;
        break;
    case TELLS_DOUBT:
    case TELLS_ASIDE:
        *ret = OUTCOME_FAILED;
        return look_past_doubt(ending, telling);
    case TELLS_EITHER:
        *ret = OUTCOME_UNKNOWN;
        return ending->work > 0;
    case TELLS_ADVICE:
        ending->advised |= ending->work == 0;
        ending->resumed |= ending->work > 0;
        break;
    case TELLS_WORK:
    case TELLS_JOB:
        ending->work++;
        ending->jobs += telling == TELLS_JOB;
        break;
    case TELLS_NOTHING:
        break;
    }
    return true;
}

/* The same, whatever the lines below it have told. */
static bool look_further(struct ending *ending, enum telling telling, bool note, enum outcome *ret)
{
    ending->bare = telling == TELLS_ERROR;
    if (ending->report)
        return look_for_limit(ending, telling, ret);
    if (ending->plan)
        return look_for_failed_test(telling, note, ret);
    return look_past(ending, telling, ret);
}

/* Half a line, where the log was cut, shows no work. */
static enum telling telling_of_whole(const struct analysis *a, const struct log_line *line)
{
    enum telling telling = telling_of(a, line);
    bool half = a->torn && line->number == a->lines;

    return half && telling == TELLS_WORK ? TELLS_NOTHING : telling;
}

enum outcome ending_outcome(const struct analysis *a, uint64_t above, bool *ret_bare)
{
    const struct window *window = log_reader_window(a->reader);
    enum outcome outcome = OUTCOME_UNKNOWN;
    struct ending ending = {0};
    struct log_line line;

    for (bool more = window_last(window, &line);
         more && line.number > above && a->lines - line.number < ENDING_LINES &&
         ending.work <= WORK_OF_USAGE;
         more = window_before(window, &line, &line)) {
        if (!look_further(&ending, telling_of_whole(a, &line), telling_is_note(a, &line),
                          &outcome)) {
            *ret_bare = ending.bare;
            return outcome;
        }
    }
    *ret_bare = false;
    return ending.report || ending.plan ? outcome : OUTCOME_UNKNOWN;
}

bool ending_aside(const struct analysis *a, struct log_line *ret)
{
    const struct window *window = log_reader_window(a->reader);
    struct prefixes prefixes = a->prefixes;
    struct log_line line;
    bool more = window_last(window, &line);

    while (more && telling_of_whole(a, &line) == TELLS_NOTHING)
        more = window_before(window, &line, &line);
    if (!more || telling_of_whole(a, &line) != TELLS_ASIDE)
        return false;
    *ret = line;
    prefixes_split(&prefixes, ret);
    return true;
}
