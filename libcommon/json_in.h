/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON from outside: parsing within limits, and typed getters whose errors name
 * the path of the member that is wrong ("layers[2].size is not a number").
 *
 * Trees are jansson's (json_t is the one vendor type that headers may use).
 * Getters borrow: spans and values are valid as long as the tree.  A path is
 * member names joined by dots; a member whose own name has a dot is reached with
 * json_object_get().  Required getters fail with ERROR_MALFORMED; the _or forms
 * take anything that is absent, null or of another type for the fallback.
 */
#ifndef JSON_IN_H
#define JSON_IN_H

#include <jansson.h>
#include <stdint.h>

#include "cleanup.h"
#include "error.h"
#include "span.h"
#include "stream.h"

DEFINE_CLEANUP(cleanup_json, json_t *, json_decref)

/*
 * One JSON value (any type), nothing but blanks after it, nesting at most
 * LIMIT_JSON_DEPTH, a tree within LIMIT_JSON_TREE, U+0000 in strings accepted, duplicate names: the last wins.
 * what names the text in messages.  A new reference, or NULL with err set.
 */
json_t *json_in_parse(struct span text, const char *what, struct error *err);
/* The same with a tree of most bytes at most, for who has less to spend. */
json_t *json_in_parse_within(struct span text, const char *what, size_t most, struct error *err);
/* json_in_parse() of what decides about security: a name that stands twice in an object is an error. */
json_t *json_in_parse_strict(struct span text, const char *what, struct error *err);
/* json_in_parse() of what holds secrets: messages tell the line and quote nothing of it. */
json_t *json_in_parse_secret(struct span text, const char *what, struct error *err);

/* The member at path, or NULL when any part of the way is absent or no object. */
json_t *json_in_find(const json_t *root, const char *path);

bool json_in_string(const json_t *root, const char *path, struct span *ret, struct error *err);
/* A whole number of 0 to 2^63-1. */
bool json_in_uint64(const json_t *root, const char *path, uint64_t *ret, struct error *err);
bool json_in_array(const json_t *root, const char *path, json_t **ret, struct error *err);
bool json_in_object(const json_t *root, const char *path, json_t **ret, struct error *err);

/* The string at path (may hold NUL bytes; length in json_string_length), or fallback. */
const char *json_in_string_or(const json_t *root, const char *path, const char *fallback);
struct span json_in_span_or_empty(const json_t *root, const char *path);
int64_t json_in_int_or(const json_t *root, const char *path, int64_t fallback);
bool json_in_bool_or(const json_t *root, const char *path, bool fallback);

/* The bytes of a JSON string value. */
struct span json_in_span(const json_t *string);

/*
 * Makes jansson allocate with xmalloc: its lexer does not test every allocation, and would
 * go on with a key that lacks a byte.  Called once by cli_main, before any JSON.
 */
void json_use_xalloc(void);

/* Seeds jansson's hash tables, as it does on first use, for who cannot open files later (sandbox.h). */
void json_prepare(void);

/* jansson's constructors return NULL when memory is out: these end the process instead (see xalloc.h). */
json_t *json_new_string(struct span s); /* s is made valid UTF-8 first */
json_t *json_new_object(void);
json_t *json_new_array(void);
/* Sets or appends value and takes its reference over; value must not be NULL. */
void json_put_take(json_t *object, const char *key, json_t *value);
void json_append_take(json_t *array, json_t *value);
/* Shorthands of json_put_take. */
void json_put_string(json_t *object, const char *key, struct span s);
void json_put_int(json_t *object, const char *key, int64_t value);
void json_put_bool(json_t *object, const char *key, bool value);
void json_put_null(json_t *object, const char *key);

#endif
