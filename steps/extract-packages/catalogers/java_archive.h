/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One Java archive and the archives inside it, as facts:
 *
 *     {"packages": [{"name": "GROUP:ARTIFACT", "version", "at", "licenses", "guessed"}],
 *      "problems": [{"code", "at", "message"}], "problem_count": n,
 *      "nameless": n, "first_nameless": "at"}
 *
 * where "at" is the place inside the file, "!/WEB-INF/lib/x.jar!/y.jar", "" for the file itself;
 * all but "packages" only where there is something, "guessed" is true where manifest or name of
 * the file is all there is.  A pom.properties is a package (several of them: a shaded archive),
 * and so is a pom.xml that has none beside it.  What the archive itself is called comes from
 * these, else from where it lies, its manifest and its name; the group may be missing then.
 * Archives with classes for which nothing tells a version are nameless.
 */
#ifndef CATALOGERS_JAVA_ARCHIVE_H
#define CATALOGERS_JAVA_ARCHIVE_H

#include "json_out.h"

/* path is the file's name in its layer. False (ERROR_MALFORMED) when bytes are no zip archive. */
bool java_archive_write(struct span bytes, struct span path, struct json_out *facts,
                        struct error *err);

/* By its extension, those that Java archives are told by inside of others. */
bool java_is_archive_name(struct span name);

#endif
