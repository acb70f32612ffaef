/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one line tells of how its log ended: the words of tools that are done, that
 * failed, that begin, that explain, and of scripts that let a failure pass.
 *
 * Pure; nothing fails.
 */
#ifndef TELLING_H
#define TELLING_H

#include "analysis.h"

enum telling {
    TELLS_NOTHING, /* blank, noise, or more of the line before it */
    TELLS_WORK,    /* a line of anything that went on */
    TELLS_JOB,     /* one of a build with many jobs at once, by the part that is done */
    TELLS_START,   /* a tool's word that it begins */
    TELLS_ADVICE,  /* where to read more: what closes the text of an error */
    TELLS_LEAVE,   /* a script's word that a failure is let pass */
    TELLS_USAGE,   /* how a program is called, up to here from below: it was called otherwise */
    TELLS_ASKED,   /* someone asks for a version, up to here from below: it is of no build */
    TELLS_DOUBT,   /* sounds like an error, or is one that was but printed */
    TELLS_ASIDE,   /* an error, as programs print it that go on: it shows no end */
    TELLS_EITHER,  /* a tool's last word, whether what it found fails it or not */
    TELLS_ERROR,   /* as anything may print it */
    TELLS_STATED,  /* a script's word that something failed */
    TELLS_FAILED,  /* a tool's word that it failed */
    TELLS_FATAL,   /* one after which it explains, and does no more */
    TELLS_WAITS,   /* it failed, and waits for what else it started */
    TELLS_LIMIT,   /* a limit was not kept, whatever is said of the tests */
    TELLS_PLAN,    /* how many tests there were, the last of which stands above */
    TELLS_PASSED,  /* all tests passed */
    TELLS_DONE,    /* a tool's word that it is done */
};

/* line: of the window, with its prefixes. */
enum telling telling_of(const struct analysis *a, const struct log_line *line);
/* "# retrying": a note of TAP's, or what is indented below one of its tests. */
bool telling_is_note(const struct analysis *a, const struct log_line *line);

#endif
