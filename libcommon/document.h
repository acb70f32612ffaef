/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The envelope of every document: {"metadata": {...}, "result": {...}}, with
 * exactly the keys of thoth-storages' METADATA_SCHEMA, none null (docs/documents.md).
 *
 * Writing: fill a struct document, document_begin(), write result's members with
 * json_out, document_end().  result starts with "schema": {kind, version}.
 * Reading: document_read_file() parses one and checks kind and major version.
 *
 * Time comes from the clock, or from SOURCE_DATE_EPOCH when that is set, so that
 * the same input can give the same bytes; then duration is 0 as well.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <jansson.h>
#include <time.h>

#include "digest.h"
#include "error.h"
#include "json_out.h"
#include "stream.h"

struct document {
    const char *analyzer;    /* the step: "extract-packages" */
    const char *kind;        /* result.schema.kind: "image-analysis" */
    const char *version;     /* result.schema.version: "1.0" */
    const char *id;          /* metadata.document_id */
    const json_t *arguments; /* metadata.arguments, without secrets; NULL: {} */
    time_t started;          /* from document_now() at the start of the work */
};

/* The clock, or SOURCE_DATE_EPOCH. */
time_t document_now(void);
/* True with SOURCE_DATE_EPOCH: the same input is to give the same bytes. */
bool document_is_reproducible(void);
/* Reads what documents tell of this machine, for who cannot open files when one is written. */
void document_prepare(void);

/* Writes metadata and opens result up to and with "schema". */
void document_begin(struct json_out *w, const struct document *doc);
/* Closes result and the envelope, and ends the line. */
bool document_end(struct json_out *w, struct error *err);

/* Room for "PREFIX-yymmddHHMMSS-16hex" and for an id that the caller gave. */
struct document_id {
    char text[LIMIT_DOCUMENT_ID + 1];
};

/*
 * The id: given, when not NULL (checked: [A-Za-z0-9._-]+, at most
 * LIMIT_DOCUMENT_ID), else PREFIX-time-hex where the time is when (seconds of
 * the epoch in UTC; 0 for none) and the hex the first 16 of the SHA-256 of the
 * program's version and identity: everything that the result follows from, so
 * that the same work makes the same id, and a newer program, which may find more, another.
 */
bool document_make_id(struct document_id *ret_id, const char *given, const char *prefix,
                      time_t when, struct span identity, struct error *err);

/* "2020-03-23T21:19:34.196162891Z" (RFC 3339, any offset) as seconds of the epoch; 0 when it is none. */
time_t document_parse_time(struct span text);

/*
 * Reads one document.  what names the input in messages.  An empty input is
 * ERROR_NO_INPUT ("the step before failed").  kinds is a NULL-terminated list of
 * result.schema.kind values that are accepted, in any minor version of major 1;
 * another kind is ERROR_MALFORMED that names both; with kinds NULL any JSON is
 * taken.  NULL with err set.
 */
json_t *document_parse(struct span text, const char *what, const char *const *kinds,
                       struct error *err);
/* The same from a file, "-" for stdin. A file that is not there is ERROR_NO_INPUT. */
json_t *document_read_file(const char *path, const char *const *kinds, struct error *err);
/* Whether document is of one of kinds, for who parsed it with none; else as document_parse(). */
bool document_check_kind(const json_t *document, const char *const *kinds, struct error *err);
/* result.schema.kind, or "" */
const char *document_kind(const json_t *document);
/* metadata.document_id, or "" */
const char *document_id_of(const json_t *document);

#endif
