/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of archives that symbolic links tell: Debian links each jar of /usr/share/java into a
 * Maven repository, where the path says group, artifact and version.
 */
#ifndef CATALOGERS_JAVA_LINKS_H
#define CATALOGERS_JAVA_LINKS_H

#include "cataloger.h"

struct java_links {
    json_t *told; /* {path of the file: {"name", "version"}} */
    json_t *seen; /* set of what links without a listed file led to */
};

/* Reads all links among files, which are sorted by path. */
void java_links_init(struct java_links *links, const struct file_set *files);
void java_links_release(struct java_links *links);

/* {"name", "version"} of the file, borrowed, or NULL where no link tells. */
const json_t *java_links_of(const struct java_links *links, const struct file_facts *file);

/*
 * True for a link to a file that is listed under its own name, or that another link before led
 * to.  Called once for each file, in order.
 */
bool java_links_listed_elsewhere(struct java_links *links, const struct file_set *files,
                                 const struct file_facts *file);

#endif
