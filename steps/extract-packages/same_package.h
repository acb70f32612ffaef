/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A conda package of a Python distribution brings that distribution's metadata along: one
 * package that two catalogers found.  One row stays.
 */
#ifndef SAME_PACKAGE_H
#define SAME_PACKAGE_H

#include <jansson.h>

/*
 * Takes the pypi rows out of packages that are a conda row's own: their owner is that package, it
 * has the same name (as Python compares names) and its prefix is where they lie.  The conda row
 * then "provides" the purl of what was taken out.  Owners and purls must be there.
 */
void same_package_merge(json_t *packages);

#endif
