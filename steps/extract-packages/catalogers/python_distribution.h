/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One Python distribution on its way from facts to the findings. */
#ifndef CATALOGERS_PYTHON_DISTRIBUTION_H
#define CATALOGERS_PYTHON_DISTRIBUTION_H

#include "cataloger.h"

struct python_distribution {
    struct span path;              /* of its info folder, egg-info file or egg */
    struct span site;              /* the folder or egg that its modules lie in */
    const struct file_facts *file; /* with its metadata, in the layer that brought it in */
    json_t *metadata;              /* {"name", "version", "licenses", "requires"}: owned, or NULL */
    json_t *egg_requires;          /* owned, or NULL */
    json_t *origin;                /* owned, or NULL */
    json_t *installer;             /* owned, or NULL */
    bool requested;
    bool has_problem; /* a warning says why there is no metadata */
};

void python_distribution_release(struct python_distribution *d);

/*
 * Takes metadata and the file that it stands in, which becomes the one of the lowest layer from
 * which on it always told the same name and version.
 */
bool python_distribution_take(struct python_distribution *d, json_t *metadata_take,
                              const struct file_facts *file, struct error *err);

/* A row in packages and one in python-packages. */
void python_distribution_add(struct findings *findings, const struct python_distribution *d);

/* True below a folder "_vendor": part of another distribution, which no installer counts. */
bool python_is_vendored(struct span path);

#endif
