/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the package managers said they did, in the order of the log: one entry for
 * each attempt to bring a package in, which later lines complete, and one for
 * each removal.  Names are compared as PyPI does (PEP 503: case, and runs of
 * '-', '_' and '.', do not count).
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

struct package {
    enum package_action action;
    bool recovered; /* it failed, and was installed after all */
    bool seen;      /* packages_finish has listed its name */
    enum package_fate fate;
    uint32_t previous; /* of another name with the same hash; NO_PACKAGE: none */
    struct span name;
    struct span version;
    struct span artifact; /* file name or URL */
    struct span size;     /* as printed */
    struct span index;
    struct span requested_by; /* what stands in "(from ...)", the nearest only */
    struct span log;          /* the lines about it */
    uint64_t line;
};

#define NO_PACKAGE UINT32_MAX
#define PACKAGE_BUCKETS 4096

struct packages {
    struct pool *pool;
    struct package *items;
    size_t count;
    size_t capacity;
    bool full; /* there were more than LIMIT_LOG_PACKAGES */
    uint32_t buckets[PACKAGE_BUCKETS];
};

void packages_init(struct packages *packages, struct pool *pool);
/* The latest entry of this name that is no removal, or NULL. Valid until the next packages_add. */
struct package *packages_find(struct packages *packages, struct span name);
/* A new entry, its name kept; NULL when there are too many. */
struct package *packages_add(struct packages *packages, struct span name,
                             enum package_action action, uint64_t line);
/* The log is over: sets each fate. */
void packages_finish(struct packages *packages);
void packages_release(struct packages *packages);

const char *package_action_name(enum package_action action);

/*
 * Name and version of an artifact's file name or URL: wheels (PEP 427) and source
 * archives.  False when it is neither.
 */
bool package_of_artifact(struct span artifact, struct span *ret_name, struct span *ret_version);

#endif
