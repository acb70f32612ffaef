/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where objects are, and who asks for them: the name of a bucket, the server's URL, certificates
 * and keys of access, from options, variables and files.
 */
#ifndef S3_PLACE_H
#define S3_PLACE_H

#include "object_store.h"
#include "s3_keys.h"

/* Owns what it holds. */
struct s3_place {
    char *bucket;
    char *prefix; /* "" or ending in '/' */
    char *host;   /* with its port */
    bool plain_http;
    char *region;
    struct strbuf authorities; /* PEM */
    struct s3_keys keys;
};

/*
 * Reads "s3://BUCKET[/PREFIX]": a prefix is of the bytes of keys, a bucket of 3 to 63 A-Z a-z 0-9 . _ -.
 * False with ERROR_USAGE, and what is set so far to be released.  Pure.
 */
bool s3_place_parse(const char *where, struct s3_place *ret, struct error *err);
/* The same with all the rest of it; ERROR_CONFIGURATION for what is missing or is no URL.  ret starts as {0}. */
bool s3_place_find(const char *where, const struct object_store_options *how, struct s3_place *ret,
                   struct error *err);
/*
 * ERROR_USAGE of a folder's name that starts as a URL does, up to a ':' before its first '/': "S3://lab" would become a
 * folder "S3:".  "./S3:/lab" is one.  Pure.
 */
bool s3_place_check_folder(const char *where, struct error *err);
void s3_place_release(struct s3_place *place);

#endif
