/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The packages of an image analysis, sorted so that two lists can be walked side
 * by side.
 *
 * An image may hold a package several times: in other versions, for other
 * architectures, in other places (a virtual environment beside the system's
 * Python).  What is one package in the sense of "changed from 1 to 2" is its
 * type, name and architecture; the place tells the copies apart.
 */
#ifndef PACKAGE_LIST_H
#define PACKAGE_LIST_H

#include <jansson.h>

#include "error.h"
#include "span.h"

struct package {
    struct span type; /* purl type: "deb" */
    char *key;        /* the name as it is compared */
    struct span version;
    struct span arch;
    struct span place;   /* the folder that it lies in, or of the database that lists it */
    const json_t *entry; /* as the analysis has it */
};

struct package_list {
    struct package *items; /* by type, key, arch, place, version */
    size_t count;
    const json_t *told_types; /* all that its analyser looks for; NULL: all that there are */
};

/* result.packages of an image analysis, which is borrowed as long as the list lives. */
bool package_list_read(struct package_list *ret, const json_t *analysis, struct error *err);
/* Those that a later layer removed or replaced: they are told with extract-packages --scope all-layers alone. */
bool package_list_read_removed(struct package_list *ret, const json_t *analysis, struct error *err);
void package_list_release(struct package_list *list);
#define PACKAGE_LIST_AUTO(name) \
    __attribute__((cleanup(package_list_release))) struct package_list name = {0}

/* memcmp order of type, then key, then arch: what is one package. */
int package_compare(const struct package *a, const struct package *b);
/* The first package of that type and key in any arch, with the number of them; NULL if there is none. */
const struct package *package_list_find(const struct package_list *list, struct span type,
                                        const char *key, size_t *ret_count);

/* False of a type that the image's analyser does not look for: that there is none says nothing. */
bool package_list_tells(const struct package_list *list, struct span type);
/* One that is the same in all that the list is sorted by, or NULL. */
const struct package *package_list_find_same(const struct package_list *list,
                                             const struct package *package);

/*
 * A name as it is compared (free it): of "pypi" as PEP 503 has it (lower case, runs
 * of - _ . are one -), of "deb" without the ":arch" that apt prints.
 */
char *package_key(struct span type, struct span name);

#endif
