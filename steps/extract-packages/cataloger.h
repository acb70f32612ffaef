/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A cataloger knows one kind of thing that images hold: one file in catalogers/
 * with one const struct cataloger, listed in catalogers.c.
 *
 * It is two pure parts.  parse() turns the bytes of one wanted file of one layer
 * into that file's facts, as compact JSON text; it sees nothing else, so facts
 * depend on the layer's bytes alone and can be cached.  assemble() is given the
 * facts of the files that survive the overlay and adds packages and warnings to
 * the findings.  Catalogers open nothing and keep nothing between calls; parse()
 * is called on several threads at once.
 */
#ifndef CATALOGER_H
#define CATALOGER_H

#include "digest.h"
#include "error.h"
#include "findings.h"
#include "json_out.h"
#include "span.h"
#include "strbuf.h"

enum wanted_how {
    WANTED_WHOLE, /* parse() is given the bytes */
    /*
     * parse() is given the SHA-256 of the bytes, which flow past: any size.  A symbolic link of
     * a wanted name is a file of the set when what it leads to was wanted as well.
     */
    WANTED_DIGEST,
    WANTED_NAME, /* parse() is given the name alone */
    /*
     * Of the files that match those that are ELF files, which their first bytes tell: parse() is
     * given the parts that plan() asks for, and says null of a file that is none of its kind.
     * Hard links to one are files of the set too; symbolic links as with WANTED_DIGEST, unless
     * the pattern is "*".
     */
    WANTED_ELF,
    WANTED_HEAD, /* parse() is given the first bytes, at most the cataloger's limit, of any file */
};

/* Parts of a file, in any order; they may overlap and reach past its end. */
#define MOST_FILE_PARTS 5
struct file_parts {
    bool whole;
    size_t count;
    struct {
        uint64_t offset;
        uint64_t length;
    } items[MOST_FILE_PARTS];
};

// Which files.  A pattern is matched against the member's path component by component; '*'
// stands for any bytes within one component.  With a leading '/' it begins at the root, else
// its components are the last ones of the path, at any depth:
//     "/var/lib/dpkg/status"       that file
//     "/var/lib/dpkg/info/*.list"  any such file right in that folder
//     "*.dist-info/METADATA"       in a folder of such a name, anywhere
// The folder part of a pattern from the root is also found through symbolic links of the
// image (var/lib/dpkg -> /usr/lib/sysimage/dpkg).
struct wanted {
    const char *pattern;
    enum wanted_how how;
};

/* One file of one layer, as parse() sees it; valid during the call. */
struct wanted_file {
    const struct wanted *wanted; /* the pattern that matched: the first in the list that does */
    struct span path;            /* the member's name in its layer, no leading '/' */
    struct span bytes;           /* WANTED_WHOLE, WANTED_HEAD, WANTED_ELF (see plan()) */
    struct digest digest;        /* WANTED_DIGEST */
    uint64_t size;               /* bytes */
    bool complete;               /* bytes has all of the file */
    /*
     * WANTED_ELF: set to true when what the parts tell makes the rest needed.  parse() is then
     * called again, with all bytes; the layer is read once more for it.
     */
    bool *need_whole;
};

/* One file of the image, as assemble() sees it; valid during the call, its facts until findings_finish(). */
struct file_facts {
    struct span path;               /* where it is seen in the image, no leading '/' */
    struct span real;               /* where a symbolic link at path leads to, else path */
    const struct wanted *wanted;    /* the pattern that matched */
    struct span facts;              /* what parse() wrote */
    size_t layer;                   /* index of the layer that it comes from, 0 is the lowest */
    const struct file_facts *below; /* what the same path held in the layers below, or NULL */
};

/* All files of the image that one cataloger wanted, sorted by path. */
struct file_set {
    const struct file_facts *files;
    size_t count;
};

struct cataloger {
    const char *name; /* a word, as warnings show it */
    const struct wanted *wanted;
    size_t wanted_count;
    size_t limit; /* bytes of one file read whole; a larger one is a warning "too-large" */
    /*
     * WANTED_ELF: which parts parse() needs of a file of size bytes that begins with head (4 KiB,
     * or all of a smaller file).  False when it needs none: the file is not of the set.  Pure.
     * What parse() is given reaches to the end of the last part of all catalogers; bytes that
     * none asked for are zero.
     */
    bool (*plan)(struct span head, uint64_t size, struct file_parts *ret);
    /*
     * Writes exactly one JSON value to facts.  False with err (ERROR_MALFORMED) when
     * the bytes are not what they should be: the file is left out and a warning
     * "malformed" with its path and the message is in the document.
     */
    bool (*parse)(const struct wanted_file *file, struct json_out *facts, struct error *err);
    /* False only for faults of ours; what is odd in the image is a warning. */
    bool (*assemble)(const struct file_set *files, struct findings *findings, struct error *err);
};

/*
 * The next line of a file whose facts are its text as one JSON string, which *rest begins as
 * (file_facts.facts): for lists so long that a parsed string would count.  *ret_line lies in
 * the facts, or in room where something was escaped in it.
 */
bool facts_next_line(struct span *rest, struct strbuf *room, struct span *ret_line);

/* Parses what parse() wrote: a new reference. It can only fail when memory or a cache is damaged. */
json_t *facts_of(const struct file_facts *file, struct error *err);

#endif
