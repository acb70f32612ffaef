/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"

#include <stdlib.h>
#include <string.h>

#include "folding.h"
#include "json_in.h"
#include "xalloc.h"

/* ---- parse() ---- */

void database_begin(struct database_writer *w, struct json_out *facts)
{
    w->facts = facts;
    w->package_count = 0;
    w->problem_count = 0;
    json_out_object(facts);
    json_out_key(facts, "packages");
    json_out_array(facts);
}

void database_problem(struct database_writer *w, size_t line, const char *message)
{
    if (w->problem_count < LIMIT_DATABASE_PROBLEMS)
        w->problems[w->problem_count] = (struct database_problem){line, "", message};
    w->problem_count++;
}

void database_problem_of(struct database_writer *w, struct span subject, const char *message)
{
    struct span start = span_head(subject, sizeof w->problems->subject - 1);

    database_problem(w, 0, message);
    if (start.len && w->problem_count <= LIMIT_DATABASE_PROBLEMS)
        memcpy(w->problems[w->problem_count - 1].subject, start.data, start.len);
}

static bool has_blank(struct span s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.data[i] <= ' ')
            return true;
    return false;
}

static const char *why_unlistable(const struct database_writer *w, struct span name,
                                  struct span version, struct span arch)
{
    if (!name.len)
        return "a package without a name";
    if (!version.len)
        return "a package without a version";
    if (name.len > LIMIT_PACKAGE_NAME || version.len > LIMIT_PACKAGE_NAME ||
        arch.len > LIMIT_PACKAGE_NAME)
        return "a name, version or architecture that is too long";
    if (has_blank(name) || has_blank(version) || has_blank(arch))
        return "a name, version or architecture with a blank in it";
    if (w->package_count >= LIMIT_DATABASE_PACKAGES)
        return "more packages than are read of one database";
    return NULL;
}

bool database_begin_package(struct database_writer *w, size_t line, struct span name,
                            struct span version, struct span arch)
{
    const char *why = why_unlistable(w, name, version, arch);

    if (why) {
        database_problem(w, line, why);
        return false;
    }
    w->package_count++;
    json_out_object(w->facts);
    json_out_member(w->facts, "name", name);
    json_out_member(w->facts, "version", version);
    json_out_member(w->facts, "arch", arch);
    return true;
}

void database_put(struct database_writer *w, size_t line, const char *key, struct span value)
{
    STRBUF_AUTO(folded, LIMIT_PACKAGE_FIELD);

    fold_blanks(&folded, value);
    if (strbuf_overflowed(&folded))
        database_problem(w, line, "a field that is too long and was cut");
    if (folded.len)
        json_out_member(w->facts, key, strbuf_span(&folded));
}

void database_end(struct database_writer *w)
{
    size_t kept = w->problem_count;

    if (kept > LIMIT_DATABASE_PROBLEMS)
        kept = LIMIT_DATABASE_PROBLEMS;
    json_out_end(w->facts);
    json_out_key(w->facts, "problems");
    json_out_array(w->facts);
    for (size_t i = 0; i < kept; i++) {
        json_out_object(w->facts);
        json_out_member_int(w->facts, "line", (int64_t)w->problems[i].line);
        if (w->problems[i].subject[0])
            json_out_member_cstring(w->facts, "subject", w->problems[i].subject);
        json_out_member_cstring(w->facts, "message", w->problems[i].message);
        json_out_end(w->facts);
    }
    json_out_end(w->facts);
    json_out_member_int(w->facts, "more_problems", (int64_t)(w->problem_count - kept));
    json_out_end(w->facts);
}

/* ---- assemble() ---- */

/* Each byte of name, version and architecture may have become the three of U+FFFD. */
#define MOST_IDENTITY (10 * LIMIT_PACKAGE_NAME)

/* What a package is told apart by, as a key of a JSON object: strings of facts hold no NUL. */
static const char *identity(struct strbuf *key, const json_t *package)
{
    strbuf_clear(key);
    strbuf_add_span(key, json_in_span_or_empty(package, "name"));
    strbuf_add_byte(key, '\n');
    strbuf_add_span(key, json_in_span_or_empty(package, "version"));
    strbuf_add_byte(key, '\n');
    strbuf_add_span(key, json_in_span_or_empty(package, "arch"));
    return key->data;
}

/* {identity: index of the package in the list}. */
static json_t *index_of(const json_t *packages)
{
    json_t *index = json_new_object();
    json_t *package;
    size_t i;

    STRBUF_AUTO(key, MOST_IDENTITY);
    json_array_foreach (packages, i, package)
        json_put_int(index, identity(&key, package), (int64_t)i);
    return index;
}

static void warn_of_problem(struct findings *findings, struct span path, const json_t *problem)
{
    int64_t line = json_in_int_or(problem, "line", 0);
    const char *message = json_in_string_or(problem, "message", "");
    const char *subject = json_in_string_or(problem, "subject", "");

    if (subject[0])
        findings_warn(findings, "malformed", path, "%s: %s", subject, message);
    else if (line)
        findings_warn(findings, "malformed", path, "line %lld: %s", (long long)line, message);
    else
        findings_warn(findings, "malformed", path, "%s", message);
}

static void warn_of_problems(struct findings *findings, const struct file_facts *file,
                             const json_t *facts)
{
    int64_t more = json_in_int_or(facts, "more_problems", 0);
    json_t *problem;
    size_t i;

    json_array_foreach (json_object_get(facts, "problems"), i, problem)
        warn_of_problem(findings, file->path, problem);
    if (more)
        findings_warn(findings, "malformed", file->path, "%lld more of these", (long long)more);
}

static void add(struct database *db, json_t *package, const struct file_facts *from)
{
    json_append_take(db->packages, json_incref(package));
    XGROW(db->from, db->count, db->capacity);
    db->from[db->count++] = from;
}

/*
 * Goes down the layers with the packages from first on, as long as there are any that
 * every layer so far has listed.
 */
static bool find_origins(struct database *db, size_t first, const struct file_facts *top,
                         struct error *err)
{
    size_t alive = db->count - first;

    STRBUF_AUTO(key, MOST_IDENTITY);
    for (const struct file_facts *above = top; above->below && alive; above = above->below) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(above->below, err);
        if (!facts)
            return false;
        CLEANUP(cleanup_json) json_t *index = index_of(json_object_get(facts, "packages"));

        alive = 0;
        for (size_t i = first; i < db->count; i++) {
            if (db->from[i] != above ||
                !json_object_get(index, identity(&key, json_array_get(db->packages, i))))
                continue;
            db->from[i] = above->below;
            alive++;
        }
    }
    return true;
}

static bool load_file(struct database *db, json_t *seen, const struct file_facts *file,
                      struct findings *findings, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);
    size_t first = db->count;
    size_t left_out = 0;
    json_t *package;
    size_t i;

    if (!facts)
        return false;
    STRBUF_AUTO(key, MOST_IDENTITY);
    warn_of_problems(findings, file, facts);
    json_array_foreach (json_object_get(facts, "packages"), i, package) {
        if (json_object_get(seen, identity(&key, package)))
            continue;
        if (db->count == LIMIT_DATABASE_PACKAGES) {
            left_out++;
            continue;
        }
        json_put_bool(seen, key.data, true);
        add(db, package, file);
    }
    if (left_out)
        findings_warn(findings, "too-many-packages", file->path,
                      "%zu packages beyond the %d that are read of all databases of its kind",
                      left_out, LIMIT_DATABASE_PACKAGES);
    return find_origins(db, first, file, err);
}

bool database_load(struct database *db, const struct file_set *files, struct findings *findings,
                   struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();

    for (size_t i = 0; i < files->count; i++)
        if (!load_file(db, seen, &files->files[i], findings, err))
            return false;
    return true;
}

static bool same_member(const json_t *a, const json_t *b, const char *key)
{
    return span_equal(json_in_span_or_empty(a, key), json_in_span_or_empty(b, key));
}

static void take_out(struct database *db, size_t i)
{
    json_array_remove(db->packages, i);
    db->count--;
    memmove(&db->from[i], &db->from[i + 1], (db->count - i) * sizeof *db->from);
}

void database_update(struct database *db, json_t *package, const struct file_facts *from,
                     bool by_arch)
{
    bool gone = json_in_bool_or(package, "gone", false);
    bool there = false;

    for (size_t i = db->count; i-- > 0;) {
        const json_t *other = json_array_get(db->packages, i);

        if (!same_member(other, package, "name") ||
            (by_arch && !same_member(other, package, "arch")))
            continue;
        if (!gone && same_member(other, package, "version") && same_member(other, package, "arch"))
            there = true;
        else
            take_out(db, i);
    }
    if (!gone && !there)
        add(db, package, from);
}

void database_forget(struct database *db, size_t i)
{
    json_array_set_new(db->packages, i, json_null());
}

void database_release(struct database *db)
{
    json_decref(db->packages);
    free(db->from);
    *db = (struct database){0};
}
