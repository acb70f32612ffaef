/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stanzas of fields, as dpkg, apt and opkg keep their databases (deb822(5)):
 * "Name: value" lines, continuation lines that begin with a blank, an empty line
 * after each stanza.  Reads any bytes; what is odd in a stanza is its problem.
 */
#ifndef CATALOGERS_DEB822_H
#define CATALOGERS_DEB822_H

#include "span.h"

#define DEB822_MOST_FIELDS 16

struct deb822 {
    struct span rest; /* what has not been read yet */
    const char *const
        *names; /* of the fields that are kept, in any case: at most DEB822_MOST_FIELDS */
    size_t name_count;
    size_t line; /* of the file, from 1: the one read last */
};

struct deb822_stanza {
    size_t line; /* its first */
    bool has_field;
    const char *problem; /* a constant, or NULL */
    struct span fields
        [DEB822_MOST_FIELDS]; /* in the order of names, with continuation lines as they stand */
};

/* The next stanza, whose spans look into the file; false at its end. */
bool deb822_read(struct deb822 *reader, struct deb822_stanza *ret);

#endif
