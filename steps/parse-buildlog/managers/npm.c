/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * npm 6 to 11.  "added 94 packages" names nothing; what is named before it is what
 * was fetched (--loglevel http), deprecated, or run (lifecycle scripts), and npm 6
 * lists what was asked for ("+ express@4.17.1") just above.  npm 3 and 4, and npm ls after any, show a tree:
 *
 *     app@1.0.0 /src
 *     ├─┬ express@4.17.1
 *     │ └── accepts@1.3.8 deduped
 *     `-- left-pad@1.3.0                     (without Unicode)
 */
#include "manager.h"

#include <string.h>

#include "names.h"
#include "prefix.h"

/* The marks of lines above "+ NAME@VERSION", and of the sums. */
static const char *const marks[] = {"npm WARN ",
                                    "npm warn ",
                                    "npm notice ",
                                    "npm info ",
                                    "npm http fetch ",
                                    "/lib/node_modules/",
                                    " packages in ",
                                    " package in ",
                                    " packages from ",
                                    " package from ",
                                    "and audited ",
                                    "npm ERR! code ",
                                    "npm error code ",
                                    " is not in the npm registry",
                                    " is not in this registry",
                                    "No matching version found for ",
                                    "reify failed optional dependency ",
                                    "── ",
                                    "─┬ ",
                                    "+-- ",
                                    "`-- ",
                                    NULL};

/* Optional dependencies that this run leaves out: npm fetches what they need all the same. */
#define MOST_LEFT_OUT 256

struct npm {
    size_t count;
    uint32_t
        left_out[MOST_LEFT_OUT]; /* hashes of names: of two in one, less is told than was done */
};

/* What names of npm hold; a scope's '/' and '@' too. */
#define MORE "-_.@/~"

static bool name_at_version(struct span word, struct span *ret_name, struct span *ret_version)
{
    return split_at(word, ret_name, ret_version) && is_name(*ret_name, MORE) &&
           is_version(*ret_version);
}

/* FNV-1a */
static uint32_t hash_of(struct span name)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.data[i]) * 16777619u;
    return hash;
}

static bool is_left_out(const struct npm *npm, struct span name)
{
    uint32_t hash = hash_of(name);

    for (size_t i = 0; i < npm->count; i++) {
        if (npm->left_out[i] == hash)
            return true;
    }
    return false;
}

static bool announce(struct manager_job *job, struct span word, uint64_t line)
{
    struct span name;
    struct span version;

    if (!name_at_version(word, &name, &version))
        return false;
    manager_announce(job, name, version, line);
    return true;
}

/* "https://HOST/[@SCOPE/]NAME/-/NAME-VERSION.tgz 12ms" */
static bool fetched(struct manager_job *job, struct span text, uint64_t line)
{
    struct span url = next_word(&text);
    size_t dash = span_find(url, "/-/");
    struct span path = span_head(url, dash);
    struct span file = span_skip(url, dash + 3);
    size_t slash = span_find_last_byte(path, '/');
    struct span base = span_skip(path, slash + 1);
    struct span name = base;
    struct package *package;

    if (dash == url.len || !span_ends_with(file, ".tgz") || file.len < base.len + 6)
        return false;
    slash = span_find_last_byte(span_head(path, slash), '/');
    if (slash + 1 < path.len && path.data[slash + 1] == '@')
        name = span_skip(path, slash + 1);
    file = span_skip(span_head(file, file.len - 4), base.len + 1);
    if (!is_name(name, MORE) || !is_version(file))
        return false;
    package = manager_note(job, PACKAGE_DOWNLOADED, name, file, line);
    if (!is_left_out(job->state, name))
        package = manager_announce(job, name, file, line);
    if (package)
        manager_keep(job, &package->artifact, url);
    return true;
}

static void withdraw_entry(struct manager_job *job, struct span name, struct span version)
{
    struct package *package = manager_find(job, name, version);

    if (package)
        package->withdrawn = true;
}

/* An optional dependency that is left out: "... SKIPPING OPTIONAL DEPENDENCY: fsevents@1.2.13 (...)" */
static void withdraw(struct manager_job *job, struct span text)
{
    size_t at = span_find(text, "for ");
    struct span word = at < text.len ? span_skip(text, at + 4) : text;
    struct span name;
    struct span version;

    word = next_word(&word);
    word = span_head(word, span_find_byte(word, ':'));
    if (name_at_version(word, &name, &version))
        withdraw_entry(job, name, version);
}

/* npm 7 and later say so before they fetch it: "reify failed optional dependency PATH/node_modules/nan" */
static void leave_out(struct manager_job *job, struct span path)
{
    struct npm *npm = job->state;
    size_t at;

    while ((at = span_find(path, "node_modules/")) < path.len)
        path = span_skip(path, at + sizeof "node_modules/" - 1);
    withdraw_entry(job, path, span_of(NULL, 0));
    if (npm->count < MOST_LEFT_OUT)
        npm->left_out[npm->count++] = hash_of(path);
}

/* "NAME@VERSION~SCRIPT:": npm 6 says so of each package; of the project itself it has other scripts. */
static bool lifecycle(struct manager_job *job, struct span word, uint64_t line)
{
    size_t tilde = span_find_last_byte(word, '~');
    struct span script = span_skip(word, tilde + 1);
    struct span name;
    struct span version;

    word = span_head(word, tilde);
    if (STARTS(script, "preinstall") || STARTS(script, "install") || STARTS(script, "postinstall"))
        return announce(job, word, line);
    if (STARTS(script, "postuninstall") && name_at_version(word, &name, &version))
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    return true;
}

static bool said(struct manager_job *job, struct span text, uint64_t line)
{
    struct span word;
    size_t at;

    if (EAT(text, "http fetch GET 200 "))
        return fetched(job, text, line);
    if (EAT(text, "info lifecycle "))
        return lifecycle(job, next_word(&text), line);
    if (EAT(text, "info run ")) /* once more at the script's end */
        return announce(job, next_word(&text), line);
    if (EAT(text, "WARN deprecated ") || EAT(text, "warn deprecated ")) {
        word = next_word(&text);
        return announce(job, span_head(word, word.len - span_ends_with(word, ":")), line);
    }
    at = span_find(text, "reify failed optional dependency ");
    if (at < text.len)
        leave_out(job, span_skip(text, at));
    at = span_find(text, "SKIPPING OPTIONAL DEPENDENCY: ");
    if (at < text.len)
        withdraw(job, span_skip(text, at + sizeof "SKIPPING OPTIONAL DEPENDENCY: " - 1));
    return at < text.len;
}

/* "code E404", "404  'NAME@VERSION' is not in the npm registry.", "notarget No matching version found for X@9." */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, "No matching version found for ");
    struct span name;
    struct span version;

    if (STARTS(text, "code ")) {
        manager_settle(job, false);
        return true;
    }
    if (at < text.len)
        text = span_skip(text, at + sizeof "No matching version found for " - 1);
    else if (span_ends_with(text, "registry."))
        text = span_skip(text, span_find_byte(text, '\'') + 1);
    else
        return false;
    text = next_word(&text);
    text = span_head(text, span_find_byte(text, '\''));
    if (!split_at(text, &name, &version) || !is_name(name, MORE))
        return false;
    manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
    return true;
}

/* "added 94 packages in 22s", "up to date, audited 1 package in 1s" */
static bool sum(struct manager_job *job, struct span text)
{
    struct npm *npm = job->state;

    if (!STARTS(text, "added ") && !STARTS(text, "changed ") && !STARTS(text, "removed ") &&
        !STARTS(text, "updated ") && !STARTS(text, "up to date"))
        return false;
    manager_settle(job, true);
    npm->count = 0;
    return true;
}

/* What stands behind the branch of a tree's line; empty: it is none. */
static struct span behind_branch(struct span text)
{
    static const char *const branches[] = {"── ", "─┬ ", "+-- ", "`-- "};

    for (size_t i = 0; i < sizeof branches / sizeof *branches; i++) {
        size_t at = span_find(text, branches[i]);

        if (at < text.len)
            return span_skip(text, at + strlen(branches[i]));
    }
    return span_of(NULL, 0);
}

/*
 * "NAME@VERSION", alone or with a word on it, of which "deduped" tells that it was shown before; " -> PATH" is a
 * part of the project.  npm and corepack come with Node.js, and are in the tree of what is installed for all.
 */
static bool tree_line(struct manager_job *job, struct span text, uint64_t line)
{
    struct span rest = behind_branch(text);
    struct span word = next_word(&rest);
    struct span name;
    struct span version;

    if (!name_at_version(word, &name, &version) || STARTS(rest, "-> "))
        return false;
    if (!span_equal_string(name, "npm") && !span_equal_string(name, "corepack") &&
        !span_ends_with(rest, "deduped"))
        manager_note(job, PACKAGE_INSTALLED, name, version, line);
    return true;
}

static bool npm_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);
    struct span rest = text;

    /* Below any of npm's lines the list of npm 6 may begin; an empty line stands before it. */
    job->follow = text.len == 0;
    if (EAT(rest, "npm ")) {
        job->follow = true;
        if (EAT(rest, "ERR! ") || EAT(rest, "error "))
            return failure(job, rest, line->number);
        return said(job, rest, line->number);
    }
    if (EAT(rest, "+ "))
        job->follow = announce(job, rest, line->number);
    else if (span_contains(text, " -> ") && span_contains(text, "/lib/node_modules/"))
        job->follow = true;
    else if (text.len)
        return sum(job, text) || tree_line(job, text, line->number);
    return false;
}

const struct manager npm_manager = {.name = "npm",
                                    .marks = marks,
                                    .many_versions = true,
                                    .state_size = sizeof(struct npm),
                                    .line = npm_line};
