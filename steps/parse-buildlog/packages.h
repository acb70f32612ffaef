/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the package managers said they did, in the order of the log: one entry for
 * each attempt to bring a package in, which later lines complete, and one for
 * each removal.  Attempts are looked for among those of one owner: a manager in
 * one track of the log.
 */
#ifndef PACKAGES_H
#define PACKAGES_H

#include <stdbool.h>
#include <stdint.h>

#include "pool.h"
#include "span.h"

enum package_action {
    PACKAGE_COLLECTED,
    PACKAGE_DOWNLOADED,
    PACKAGE_BUILT,
    PACKAGE_INSTALLED,
    PACKAGE_REMOVED,
    PACKAGE_SATISFIED,
    PACKAGE_FAILED,
};

/* Of a name that failed at some time, for the first of its failures. */
enum package_fate { FATE_NONE, FATE_FAILED, FATE_RECOVERED };

/* When two names are the same. */
enum package_names {
    NAMES_EXACT,
    NAMES_NOCASE, /* letters of either case are equal */
    NAMES_PYPI,   /* PEP 503: case, and runs of '-', '_' and '.', do not count */
};

struct package_owner {
    uint32_t id;
    enum package_names names;
    bool many_versions; /* of one name side by side: the version is part of the name */
};

struct package {
    /* What tells it from others comes first, and is in one line of the cache or two. */
    struct span name;
    struct span version;
    struct package_owner owner;
    enum package_action action;
    bool recovered; /* it failed, and was installed after all */
    bool announced; /* its installation has begun: manager_announce() */
    bool withdrawn; /* ... and was given up */
    bool seen;      /* packages_finish has listed its name */
    enum package_fate fate;
    uint32_t next_announced; /* of the same owner; NO_PACKAGE: none */
    const char *manager;     /* static */
    struct span artifact;    /* file name or URL */
    struct span size;        /* as printed */
    struct span index;
    struct span requested_by; /* the nearest only */
    struct span log;          /* the lines about it */
    uint64_t line;
};

/* How an entry is found by its name; apart, so that others are passed over in few lines of the cache. */
struct package_link {
    uint32_t hash;           /* of owner and name */
    uint32_t previous;       /* the one before it in the same bucket, plus 1; 0: none */
    uint32_t name_hash;      /* of the name alone */
    uint32_t previous_named; /* of any owner, in the same bucket of names, plus 1 */
};

#define NO_PACKAGE UINT32_MAX
#define PACKAGE_BUCKETS 16384
#define PACKAGE_NAME_BUCKETS 4096

struct packages {
    struct pool *pool;
    struct package *items;
    size_t count;
    size_t capacity;
    struct package_link *links; /* of each item */
    size_t link_capacity;
    bool full;         /* there were more than LIMIT_LOG_PACKAGES */
    bool pip_aborted;  /* the last word of pip, or of who runs it, was an error */
    uint32_t found;    /* by the last packages_find, or added since; NO_PACKAGE: none */
    uint32_t *buckets; /* the latest entry of each, plus 1; NULL: there is no entry */
    uint32_t *name_buckets;
};

void packages_init(struct packages *packages, struct pool *pool);
/*
 * The owner's latest entry of this name that is no removal, or NULL; of many versions this one,
 * the latest of any with an empty version. Valid until the next packages_add.
 */
struct package *packages_find(struct packages *packages, struct package_owner owner,
                              struct span name, struct span version);
/*
 * The latest that was installed, or is just being, with this version: the owner's, else, as each
 * step of BuildKit is a track of its own, that manager's in any track. NULL: none, or long ago.
 */
struct package *packages_find_installed(struct packages *packages, struct package_owner owner,
                                        const char *manager, struct span name, struct span version);
/* A new entry, its name and version kept; NULL when there are too many. */
struct package *packages_add(struct packages *packages, struct package_owner owner,
                             struct span name, struct span version, enum package_action action,
                             uint64_t line);
/* No further line can change it: installed, removed, satisfied or failed. */
bool package_is_over(const struct package *package);
/* The log is over: sets each fate. */
void packages_finish(struct packages *packages);
void packages_release(struct packages *packages);

const char *package_action_name(enum package_action action);

#endif
