/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * conda, mamba and micromamba.  A plan, in sections or as a table, announces;
 * that the transaction is done settles it.
 *
 *     The following NEW packages will be INSTALLED:
 *
 *       numpy              conda-forge/linux-64::numpy-1.24.2-py310h8deb116_0
 *
 *       Package      Version  Build        Channel        Size
 *     ---------------------------------------------------------
 *       + numpy       1.24.2  py310h8d_0   conda-forge    7MB
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"The following NEW packages will be INSTALLED",
                                    "The following packages will be UPDATED",
                                    "The following packages will be DOWNGRADED",
                                    "The following packages will be SUPERSEDED",
                                    "The following packages will be REMOVED",
                                    "Package  ",
                                    "Executing transaction: ",
                                    "Transaction finished",
                                    "Dry run. ",
                                    "Transaction starting",
                                    NULL};

enum plan { PLAN_NONE, PLAN_INSTALL, PLAN_REMOVE, PLAN_TABLE, PLAN_LINKS };

struct conda {
    enum plan plan;
    bool began; /* a package of the plan has been seen: an empty line ends it */
};

/* NAME-VERSION-BUILD, perhaps after CHANNEL:: */
static bool split_build(struct span text, struct span *ret_name, struct span *ret_version)
{
    size_t colons = span_find(text, "::");
    size_t build;
    size_t version;

    if (colons < text.len)
        text = span_skip(text, colons + 2);
    build = span_find_last_byte(text, '-');
    version = span_find_last_byte(span_head(text, build), '-');
    if (version == 0 || version + 1 >= build || build + 1 >= text.len)
        return false;
    *ret_name = span_head(text, version);
    *ret_version = span_of(text.data + version + 1, build - version - 1);
    return is_name(*ret_name, "-_.") && is_version(*ret_version);
}

/* apt begins its list with the same words as conda, and goes on with what is no such line. */
static bool removal_line(struct span name, struct span rest)
{
    struct span ignored;
    struct span version;

    return span_ends_with(name, ":") || split_build(name, &ignored, &version) ||
           split_build(next_word(&rest), &ignored, &version);
}

/*
 * "NAME  CHANNEL::NAME-VERSION-BUILD", "NAME  OLD-BUILD --> VERSION-BUILD", and before 4.6
 * "NAME:  VERSION-BUILD CHANNEL", "NAME-VERSION-BUILD" where it is removed.
 */
static bool plan_line(struct manager_job *job, struct span text, uint64_t line)
{
    const struct conda *conda = job->state;
    struct span name = next_word(&text);
    struct span word;
    struct span found = name;
    struct span version;
    size_t arrow = span_find(text, "--> ");

    if (conda->plan == PLAN_REMOVE)
        return removal_line(name, text);
    if (span_ends_with(name, ":"))
        name.len--;
    word = arrow < text.len ? span_skip(text, arrow + 4) : text;
    word = next_word(&word);
    if (!split_build(word, &found, &version)) {
        version = span_head(word, span_find_byte(word, '-'));
        found = name;
    }
    if (!is_version(version) || !is_name(found, "-_."))
        return false;
    manager_announce(job, found, version, line);
    return true;
}

/* "+ NAME  VERSION  BUILD  CHANNEL  SIZE" of the table; other lines of it tell nothing. */
static bool table_line(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;
    struct package *package;

    if (STARTS(text, "Summary:") || STARTS(text, "Total download"))
        return false;
    if (!EAT(text, "+ "))
        return true;
    name = next_word(&text);
    version = next_word(&text);
    next_word(&text);
    package = is_version(version) && is_name(name, "-_.")
                  ? manager_announce(job, name, version, line)
                  : NULL;
    if (package) {
        manager_keep(job, &package->index, next_word(&text));
        manager_keep(job, &package->size, text);
    }
    return true;
}

/* micromamba: "Linking NAME-VERSION-BUILD", "Unlinking NAME-VERSION-BUILD" */
static bool link_line(struct manager_job *job, struct span text, uint64_t line)
{
    bool linking = EAT(text, "Linking ");
    struct span name;
    struct span version;

    if ((!linking && !EAT(text, "Unlinking ")) || !split_build(text, &name, &version))
        return false;
    if (linking)
        manager_announce(job, name, version, line);
    else
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    return true;
}

static enum plan plan_of(struct span text)
{
    if (span_contains(text, " will be REMOVED"))
        return PLAN_REMOVE;
    if (STARTS(text, "The following "))
        return PLAN_INSTALL;
    if (STARTS(text, "Package ") && span_contains(text, "Build") && span_contains(text, "Channel"))
        return PLAN_TABLE;
    if (STARTS(text, "Transaction starting"))
        return PLAN_LINKS;
    return PLAN_NONE;
}

/* A line of the plan. The first empty line of a section stands before its packages. */
static bool follow_plan(struct manager_job *job, struct span text, uint64_t line)
{
    struct conda *conda = job->state;
    bool within = false;

    if (conda->plan == PLAN_TABLE)
        within = table_line(job, text, line);
    else if (conda->plan == PLAN_LINKS)
        within = link_line(job, text, line);
    else if (conda->plan != PLAN_NONE)
        within = text.len ? plan_line(job, text, line) : !conda->began;
    conda->began = text.len > 0;
    if (!within)
        conda->plan = PLAN_NONE;
    return within;
}

/* "Executing transaction: ...working... done" */
static bool transaction(struct manager_job *job, struct span text)
{
    if (STARTS(text, "Executing transaction: "))
        manager_settle(job, span_ends_with(text, "done"));
    else if (STARTS(text, "Transaction finished"))
        manager_settle(job, true);
    else if (span_contains(text, "Dry run. "))
        manager_settle(job, false);
    else
        return false;
    return true;
}

static bool conda_line(struct manager_job *job, const struct log_line *line)
{
    struct conda *conda = job->state;
    struct span text = span_trim(line->text);
    enum plan plan = plan_of(text);

    if (plan != PLAN_NONE) {
        *conda = (struct conda){.plan = plan};
        job->follow = true;
        return true;
    }
    job->follow = follow_plan(job, text, line->number);
    return job->follow || transaction(job, text);
}

const struct manager conda_manager = {.name = "conda",
                                      .marks = marks,
                                      .names = NAMES_NOCASE,
                                      .state_size = sizeof(struct conda),
                                      .line = conda_line};
