/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a log and an image say different things of a package, where that can be told.  Pure. */
#ifndef REASONS_H
#define REASONS_H

#include "package_diff.h"

/* What there is to look for reasons in; all borrowed. */
struct reasons {
    int64_t last_stage;               /* the log's line on which its last FROM stands; 0: none */
    const struct package_list *image; /* the output's packages */
    const struct layers *layers;
};

/* last_stage of a build log analysis, which may be NULL. */
int64_t reasons_last_stage(const json_t *log);

/* A package that the log says was installed, by what it is called in both. */
struct missing {
    struct span type;
    const char *key;
    struct span version;
    int64_t line; /* 0: not known */
    bool other_version_is_there;
};

/*
 * Why it is not in the image: "removed-later" (a layer had it), "earlier-stage" (a FROM
 * follows in the log), "other-version", "other-type" (another package manager has brought
 * it in), or NULL.
 */
const char *reason_not_in_image(const struct reasons *r, const struct missing *missing);

/*
 * Why the log does not speak of a package that the build brought in: "part-of-package"
 * (another package owns its files), "vendored" (it lies inside of another one), "copied"
 * (by COPY or ADD), "other-environment" (it lies in no folder that the log's packages of
 * that type came to), or NULL.  places are those folders, sorted (compare_places).
 */
const char *reason_not_in_log(const struct reasons *r, const struct package *package,
                              const struct span *places, size_t place_count);

/* The order of places, for qsort() and bsearch() of spans. */
int compare_places(const void *a, const void *b);

#endif
