/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a log says of packages against what the image holds.  Only package types
 * that the log speaks of, by a manager that is known here, are compared: silence
 * of a log that was never read for apt says nothing about Debian's packages, nor
 * does that of npm, which names few of those that it installs.  Pure.
 */
#ifndef LOG_PACKAGES_H
#define LOG_PACKAGES_H

#include "reasons.h"

struct logged {
    struct span type; /* purl type */
    struct span manager;
    struct span name;
    struct span version; /* may be empty */
    char *key;
    int64_t line;   /* of what is said */
    size_t index;   /* in result.packages */
    bool installed; /* at the end of the log */
    bool tells_all; /* its manager names every package that it installs */
};

struct log_packages {
    struct logged *items; /* by type and key, one each: the log's last word */
    size_t count;
};

/* result.packages of a build log analysis, which is borrowed. */
bool log_packages_read(struct log_packages *ret, const json_t *analysis, struct error *err);
void log_packages_release(struct log_packages *packages);
#define LOG_PACKAGES_AUTO(name) \
    __attribute__((cleanup(log_packages_release))) struct log_packages name = {0}

/* [{type, manager, name, version, image_versions[], reason}]: installed by the log and not in the image. A new reference. */
json_t *log_packages_not_in_image(const struct log_packages *logged,
                                  const struct package_list *image, const struct reasons *reasons);
/* [{type, name, version, location, layer, reason}]: brought in by the build and not by the log. A new reference. */
json_t *log_packages_not_in_log(const struct log_packages *logged, const struct package_diff *diff,
                                const struct reasons *reasons);

#endif
