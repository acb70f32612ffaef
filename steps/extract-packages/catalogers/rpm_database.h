/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rpm's database of installed packages, in the three forms that it had: a hash of Berkeley
 * DB up to rpm 4.15, SQLite (Fedora 33, RHEL 9 on) and rpm's own ndb (SUSE).  Each holds one
 * header (rpm_header.h) for each package.
 *
 * All read from memory: nothing is opened.  Each header is given to the caller's function, valid
 * during the call.  A database that is damaged in part gives what can be read, and what was wrong
 * as a problem; false with err set (ERROR_MALFORMED) when it is none at all.
 */
#ifndef CATALOGERS_RPM_DATABASE_H
#define CATALOGERS_RPM_DATABASE_H

#include "error.h"
#include "span.h"

struct rpm_visitor {
    /* False when no more shall come. */
    bool (*header)(void *context, struct span blob);
    /* A constant that says what is wrong with the database. */
    void (*problem)(void *context, const char *message);
    void *context;
};

/* Whatever its name is: by what it begins with. */
bool rpm_database_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err);

bool rpm_is_bdb(struct span bytes);
bool rpm_bdb_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err);
bool rpm_is_ndb(struct span bytes);
bool rpm_ndb_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err);
bool rpm_is_sqlite(struct span bytes);
bool rpm_sqlite_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err);

#endif
