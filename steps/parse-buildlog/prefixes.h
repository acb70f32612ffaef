/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What shippers of logs and BuildKit put before a line, several of them one after the other:
 * kubectl, Tekton, GitHub Actions, GitLab, Jenkins, compose, Cloud Build, Cloud Foundry, Packer,
 * times, "#7 1.234 "; what any other platform puts there, by its form (forms.h); and what pnpm and turbo put
 * before a project's.
 *
 *     struct prefixes prefixes = {0};
 *     prefixes_look_ahead(&prefixes, window);  (once; without it no form is known)
 *     prefixes_split(&prefixes, &line);        (a log's first line, those with a mark, any others)
 *
 * They are taken off the line's text, and the time, track, vertex and output are set that they
 * tell.  Little of that depends on other lines, and on those with marks alone.
 */
#ifndef PREFIXES_H
#define PREFIXES_H

#include "forms.h"
#include "lines.h"
#include "shared.h"
#include "window.h"

/* A machine of Packer or Vagrant: names of hosts have 63 bytes at most, and what is longer is no name here. */
#define PREFIXES_MACHINE 64

/* What the prefixes of a log's first line, or of a marked one, tell of others. */
struct prefixes {
    bool begun;       /* a line with text was seen */
    bool names_steps; /* "[build] " names a step of Tekton or Shipwright */
    bool in_steps;    /* the line before had such a prefix */
    bool has_times;   /* lines without "#7 " begin with BuildKit's "1.234 ", too */
    bool dated;       /* it is a log of lines that begin with "2024-05-01 10:00:00 " */
    bool counted;     /* it is one of "Line 61: " */
    bool wide;        /* behind a time of the clock alone stand two blanks */
    int timed;        /* lines in a row that begin so */
    int64_t timed_last;
    bool redrawn;   /* what stood before a redraw is looked at, not a line */
    bool pnpm;      /* it runs a script in many projects, whose lines have its prefix */
    bool turbo;     /* the same */
    uint64_t fence; /* the latest line of "------" that may begin that; 0: none */
    bool tail;      /* in what BuildKit repeats of a vertex, up to "------" */
    char machine[PREFIXES_MACHINE]; /* the latest that "==> NAME: " named */
    size_t machine_len;
    struct shared shared;
    struct forms forms;
};

/* One family of prefixes; each is one file of unwrap/. */
struct prefix_family {
    const char *name;
    const char *const *marks; /* lines with one of these must be split; NULL ends them */
    /* Moves line->text past a prefix and sets what that tells; false: the line has none. */
    bool (*eat)(struct prefixes *prefixes, struct log_line *line);
};

extern const struct prefix_family prefix_timestamp;
extern const struct prefix_family prefix_kubernetes;
extern const struct prefix_family prefix_tekton;
extern const struct prefix_family prefix_github;
extern const struct prefix_family prefix_gitlab;
extern const struct prefix_family prefix_jenkins;
extern const struct prefix_family prefix_compose;
extern const struct prefix_family prefix_cloud_build;
extern const struct prefix_family prefix_netlify;
extern const struct prefix_family prefix_packer;
extern const struct prefix_family prefix_cloud_foundry;
extern const struct prefix_family prefix_buildkit;
extern const struct prefix_family prefix_projects; /* inside all others */

/* All of them; NULL ends them.  Which are asked of a line depends on its first byte (prefixes.c). */
extern const struct prefix_family *const prefix_families[];

/* Learns what stands before all lines of a log (forms.h) from its first ones, as far as they are in the window. */
void prefixes_look_ahead(struct prefixes *prefixes, const struct window *window);
/* Takes all prefixes off a line, at most LIMIT_LOG_PREFIXES. */
void prefixes_split(struct prefixes *prefixes, struct log_line *line);
/* How many bytes the prefixes at the start of text have, for line_reader.kept_start. */
size_t prefixes_length(struct span text);
/* Sets line->track, or where one is there already, lets it be: the outermost names the stream. */
void prefix_set_track(struct log_line *line, struct span track);

#endif
