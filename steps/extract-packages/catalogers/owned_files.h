/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of one package in facts: an image has hundreds of thousands of them,
 * so that one JSON string holds them all, in the form of owners.h.
 *
 * Folders themselves are left out where what they hold follows them: packages
 * share folders.  A path that is not UTF-8 loses its owner.
 */
#ifndef CATALOGERS_OWNED_FILES_H
#define CATALOGERS_OWNED_FILES_H

#include "error.h"
#include "json_out.h"
#include "strbuf.h"

struct owned_files {
    struct strbuf text;  /* what becomes the fact; overflowed: there were more */
    struct span pending; /* the path told last, which may be a folder; borrowed */
    struct span folder;  /* of the file written last, no '/' behind it; borrowed */
};

#define OWNED_FILES_AUTO(name)                                                \
    __attribute__((cleanup(owned_files_release))) struct owned_files name = { \
        .text = {.data = strbuf_empty, .ceiling = LIMIT_FILE_LIST}}

/* A path without leading '/', valid until owned_files_end. One that cannot exist is passed over. */
void owned_files_add(struct owned_files *files, struct span path);
/* The same for a database that tells the folder once for all files in it; empty is the root. */
void owned_files_add_in(struct owned_files *files, struct span folder, struct span name);
/* The text, valid until files change. */
struct span owned_files_end(struct owned_files *files);
/*
 * Writes the text as a JSON string.  False (ERROR_MALFORMED) where there were more names than
 * LIMIT_FILE_LIST.
 */
bool owned_files_write(struct owned_files *files, struct json_out *facts, struct error *err);
/*
 * parse() of a file that is such a list: an absolute path a line (dpkg's info/NAME.list, opkg's),
 * and whatever follows a tab behind it (opkg: mode and target).
 */
bool owned_files_parse_list(struct span text, struct json_out *facts, struct error *err);
/* For the next package. */
void owned_files_clear(struct owned_files *files);
void owned_files_release(struct owned_files *files);

#endif
