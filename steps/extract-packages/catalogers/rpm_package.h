/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a header of rpm's database (rpm_header.h) to the facts of a package, and what rpm prints of it. */
#ifndef CATALOGERS_RPM_PACKAGE_H
#define CATALOGERS_RPM_PACKAGE_H

#include "database.h"

/* What the packages of one database may still have together. */
struct rpm_allowance {
    uint64_t names;     /* bytes of the lists of files */
    uint64_t relations; /* what they require, provide and obsolete */
};

/*
 * Writes the package that the header tells of: name, version ("[epoch:]version-release"), arch
 * (nothing of gpg-pubkey), license, vendor, modularity_label, source ("x-1-2.src.rpm"),
 * is_source, requires, provides and obsoletes ("name >= 1-2", as rpm -qR prints them), files
 * (owned_files.h).  What is wrong with it is a problem that names it.  A list of files that is longer than
 * what is left is left out, one of relations cut, with a problem.
 */
void rpm_package_write(struct database_writer *w, struct span blob, struct rpm_allowance *left);

/* Of facts as above: the epoch (empty: none), version and release of their version. */
struct rpm_evr {
    struct span epoch;
    struct span version;
    struct span release;
};

struct rpm_evr rpm_evr_of(struct span version);

#endif
