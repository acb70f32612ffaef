/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A package manager's account of its work: one file in managers/ with one
 * const struct manager, listed in managers.c.
 *
 * A manager declares marks, fixed texts; it is given the lines that hold one of
 * them, and no others, so that most lines of a log cost it nothing.  Where what
 * it wants has no fixed text ("+ idna==3.4" below "Installed 5 packages in 3ms")
 * it asks for the lines that follow, until one is none of its own.
 *
 * Its state is a struct of its own for each track of the log, zeroed, made when
 * the first of its lines comes.  A line is read in time proportional to its
 * length; nothing is opened, nothing fails.
 *
 * What it may claim: a package is PACKAGE_INSTALLED when the words of the tool
 * prove it, not when they announce it.  A tool that says "Installing x" first and
 * "done" later announces, and settles when it says how that ended.  What is still
 * announced when the builder says how the step ended is settled by that.
 */
#ifndef MANAGER_H
#define MANAGER_H

#include "lines.h"
#include "packages.h"
#include "tools.h"

/* The hits of rules in these lines were made good for, or will be; last 0: none. */
struct recovery {
    uint64_t first;
    uint64_t last;
};

/* One manager in one track. */
struct manager_job {
    const struct manager *manager;
    toolset tools; /* of its name */
    struct packages *packages;
    struct package_owner owner;
    void *state;
    const char *name;   /* of the tool that speaks: line() may set it; the manager's at first */
    uint32_t announced; /* the latest of the entries that are, or NO_PACKAGE */
    bool follow;        /* set by line(): it wants the track's next line, whatever it holds */
    struct recovery recovery; /* set by line() */
};

struct manager {
    const char *name;
    const char *const *marks; /* of at least four bytes each (marks.h); NULL ends them */
    enum package_names names;
    bool many_versions;
    bool builds; /* what it announces ends as built, not as installed */
    size_t state_size;
    /* True if the line is its own, and no manager after it in the list need see it. */
    bool (*line)(struct manager_job *job, const struct log_line *line);
    /* The track is over; NULL: nothing to do. */
    void (*finish)(struct manager_job *job);
    /* Frees what the state holds; NULL: nothing. */
    void (*release)(struct manager_job *job);
};

/* ---- for managers ---- */

struct package *manager_find(struct manager_job *job, struct span name, struct span version);
/* The entry of the attempt that is under way for it, or a new one that is collected. NULL: too many. */
struct package *manager_attempt(struct manager_job *job, struct span name, struct span version,
                                uint64_t line);
/*
 * The tool says that this befell it.  An attempt that is under way is brought there, never
 * back; else there is a new entry: always for a removal, for PACKAGE_SATISFIED if nothing is
 * known of the name, for PACKAGE_FAILED if it has not failed already.
 */
struct package *manager_note(struct manager_job *job, enum package_action action, struct span name,
                             struct span version, uint64_t line);
/* Another version takes this one's place: if the log had it installed, it is there no more. NULL: it had not. */
struct package *manager_replaced(struct manager_job *job, struct span name, struct span version);
/* The tool begins to install it, or to build it. */
struct package *manager_announce(struct manager_job *job, struct span name, struct span version,
                                 uint64_t line);
/* All that was announced is done; or, if not done, it may be there or not. */
void manager_settle(struct manager_job *job, bool done);

/* Keeps text, cut to LIMIT_LOG_TEXT, unless it is empty or *place has it. */
void manager_keep(struct manager_job *job, struct span *place, struct span text);

#endif
