/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of an image is told: which catalogers, and not of which paths.  It acts when packages are
 * assembled, so that cached facts of layers are complete whatever is selected.
 */
#ifndef SELECTION_H
#define SELECTION_H

#include "cataloger.h"
#include "cli.h"

struct selection {
    const struct cataloger **catalogers; /* in the order of the list of all */
    size_t cataloger_count;
    struct cli_strings exclude; /* patterns (glob.h), borrowed */
};

void selection_release(struct selection *s);
/*
 * words are lists of names parted by commas: NAME selects that cataloger and no others but those
 * named as well, +NAME adds one, -NAME takes one away; a name stands also for those that
 * begin with it and a '-'.  Without words all are selected.  os-release is always, as purls
 * tell the distribution.  An unknown name is ERROR_USAGE.  Release also after a failure.
 */
bool selection_read(struct selection *s, const struct cataloger *const *all, size_t count,
                    const struct cli_strings *words, struct error *err);
/* Takes one away, by its full name. */
void selection_drop(struct selection *s, const char *name);
/* Is what lies at path (no leading '/') left out? */
bool selection_excludes(const struct selection *s, struct span path);

/* Writes the names of all, one a line, to the file output, or to stdout when that is NULL. */
bool selection_print_names(const struct cataloger *const *all, size_t count, const char *output,
                           struct error *err);

#endif
