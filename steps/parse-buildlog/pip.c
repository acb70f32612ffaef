/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pip.h"

#include <string.h>

#include "limits.h"
#include "prefix.h"

#define NO_CURRENT SIZE_MAX

void pip_init(struct pip *pip, struct packages *packages)
{
    *pip = (struct pip){.packages = packages, .current = NO_CURRENT};
    strbuf_init(&pip->log, LIMIT_LOG_TEXT);
}

void pip_release(struct pip *pip)
{
    strbuf_release(&pip->log);
}

static struct span keep(struct pip *pip, struct span text)
{
    return pool_keep(pip->packages->pool, span_head(text, LIMIT_LOG_TEXT));
}

static void keep_once(struct pip *pip, struct span *place, struct span text)
{
    if (text.len && !span_equal(*place, text))
        *place = keep(pip, text);
}

static struct package *current(const struct pip *pip)
{
    return pip->current == NO_CURRENT ? NULL : &pip->packages->items[pip->current];
}

static void end_current(struct pip *pip)
{
    struct package *package = current(pip);

    if (package && pip->log.len)
        package->log = keep(pip, strbuf_span(&pip->log));
    strbuf_clear(&pip->log);
    pip->current = NO_CURRENT;
}

void pip_finish(struct pip *pip)
{
    end_current(pip);
}

/* ---- requirements (PEP 508, as pip prints them) ---- */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-_.", c));
}

static struct span name_of(struct span requirement)
{
    size_t n = 0;

    while (n < requirement.len && is_name_byte(requirement.data[n]))
        n++;
    return span_head(requirement, n);
}

/* The V of NAME==V or NAME===V, when it stands alone. */
static struct span pin_of(struct span requirement)
{
    size_t at = span_find(requirement, "==");
    struct span version = span_skip(requirement, at + 2);

    if (version.len && version.data[0] == '=')
        version = span_skip(version, 1);
    version = span_trim(span_head(version, span_find_byte(version, ';')));
    if (span_find_byte(version, ',') < version.len || span_find_byte(version, '*') < version.len ||
        span_find_byte(requirement, ',') < requirement.len)
        return span_of(NULL, 0);
    return version;
}

/* "X (from a->b)": what is before, and the nearest of who asked for it. */
static struct span split_from(struct span text, struct span *ret_from)
{
    size_t at = span_find(text, " (from ");
    struct span from = span_skip(text, at + strlen(" (from "));

    if (from.len && from.data[from.len - 1] == ')')
        from.len--;
    *ret_from = span_head(from, span_find(from, "->"));
    return span_trim(span_head(text, at));
}

/* ---- one attempt ---- */

static bool is_over(const struct package *package)
{
    return package->action == PACKAGE_INSTALLED || package->action == PACKAGE_REMOVED ||
           package->action == PACKAGE_FAILED || package->action == PACKAGE_SATISFIED;
}

/* The entry of the attempt that is under way for name, or a new one. */
static struct package *attempt(struct pip *pip, struct span name, enum package_action action,
                               uint64_t line)
{
    struct package *package = packages_find(pip->packages, name);

    if (!package || is_over(package))
        package = packages_add(pip->packages, name, action, line);
    return package;
}

static void set_artifact(struct pip *pip, struct package *package, struct span artifact)
{
    struct span name;
    struct span version;

    keep_once(pip, &package->artifact, artifact);
    if (package->version.len == 0 && package_of_artifact(artifact, &name, &version))
        keep_once(pip, &package->version, version);
}

struct requirement {
    struct span name;
    struct span version;
    struct span artifact;
};

/* "name @ URL", or a URL alone, whose name is in its file name or its fragment. */
static struct requirement read_url(struct span text)
{
    size_t at = span_find_byte(text, '@');
    struct requirement found = {.artifact = text};

    if (at < span_find(text, "://")) {
        found.name = name_of(text);
        found.artifact = span_trim(span_skip(text, at + 1));
        return found;
    }
    if (!package_of_artifact(text, &found.name, &found.version))
        found.name = name_of(span_skip(text, span_find(text, "egg=") + strlen("egg=")));
    if (found.name.len == 0)
        found.name = text; /* a repository: its name comes when it is installed */
    return found;
}

/* "X==1", "X==1 from URL", "X @ URL", URL */
static struct requirement read_requirement(struct span text)
{
    size_t from = span_find(text, " from ");
    struct span wanted = span_head(text, from);
    struct requirement found;

    if (span_contains(wanted, "://"))
        return read_url(wanted);
    found = (struct requirement){.name = name_of(wanted), .version = pin_of(wanted)};
    found.artifact = span_trim(span_skip(text, from + strlen(" from ")));
    return found;
}

/* "Collecting X (from Y)" */
static void collecting(struct pip *pip, struct span rest, uint64_t line)
{
    struct span from;
    struct requirement wanted = read_requirement(split_from(rest, &from));
    struct package *package;

    end_current(pip);
    if (wanted.name.len == 0)
        return;
    package = attempt(pip, wanted.name, PACKAGE_COLLECTED, line);
    if (!package)
        return;
    pip->current = (size_t)(package - pip->packages->items);
    pip->collecting = line;
    keep_once(pip, &package->requested_by, from);
    keep_once(pip, &package->version, wanted.version);
    package->index = pip->index;
    if (wanted.artifact.len)
        set_artifact(pip, package, wanted.artifact);
}

/* "Downloading FILE (12 kB)", "Using cached FILE (12 kB)". */
static void downloading(struct pip *pip, struct span rest)
{
    struct span artifact = span_head(rest, span_find_byte(rest, ' '));
    struct span size = span_trim(span_skip(rest, artifact.len));
    struct package *package = current(pip);
    struct package *named = NULL;
    struct span name;
    struct span version;

    /* Since 23 all files come after all metadata: the name tells which is meant. */
    if (package_of_artifact(artifact, &name, &version))
        named = packages_find(pip->packages, name);
    if (named && !is_over(named))
        package = named;
    if (!package || is_over(package) || span_ends_with(artifact, ".metadata"))
        return;
    set_artifact(pip, package, artifact);
    if (size.len > 2 && size.data[0] == '(' && size.data[size.len - 1] == ')')
        keep_once(pip, &package->size, span_head(span_skip(size, 1), size.len - 2));
    if (package->action == PACKAGE_COLLECTED)
        package->action = PACKAGE_DOWNLOADED;
}

static void mark(struct pip *pip, struct span name, enum package_action action, uint64_t line)
{
    struct package *package = packages_find(pip->packages, name);

    if (name.len == 0)
        return;
    if (action == PACKAGE_FAILED && (!package || is_over(package))) {
        if (!package || package->action != PACKAGE_FAILED)
            packages_add(pip->packages, name, action, line);
        return;
    }
    if (package && !is_over(package))
        package->action = action;
}

/* "Building wheel for X (setup.py): finished with status 'done'", and setup.py install likewise. */
static void finished(struct pip *pip, struct span rest, uint64_t line)
{
    struct span name = name_of(rest);

    if (span_ends_with(rest, "finished with status 'done'"))
        mark(pip, name, PACKAGE_BUILT, line);
    else if (span_ends_with(rest, "finished with status 'error'"))
        mark(pip, name, PACKAGE_FAILED, line);
}

/* ---- what comes at the end ---- */

static void installed(struct pip *pip, struct span name, struct span version, uint64_t line)
{
    struct package *package = packages_find(pip->packages, name);

    if (package && package->action == PACKAGE_INSTALLED && span_equal(package->version, version))
        return;
    /* A wheel that could not be built, and setup.py install that could. */
    if (package && package->action == PACKAGE_FAILED)
        package->recovered = true;
    else if (!package || is_over(package))
        package = packages_add(pip->packages, name, PACKAGE_INSTALLED, line);
    if (!package)
        return;
    package->action = PACKAGE_INSTALLED;
    package->line = line;
    keep_once(pip, &package->version, version);
}

/* "Successfully installed a-1.0 b-c-2.0": the version is after the last '-'. */
static void successfully_installed(struct pip *pip, struct span rest, uint64_t line)
{
    struct span word;

    while (span_split(&rest, ' ', &word)) {
        size_t dash = span_find_last_byte(word, '-');

        if (dash > 0 && dash + 1 < word.len)
            installed(pip, span_head(word, dash), span_skip(word, dash + 1), line);
    }
    end_current(pip);
    pip->aborted = false;
}

/* pip's "Successfully built a b"; docker's is an id, and no package has it as its name. */
static void successfully_built(struct pip *pip, struct span rest, uint64_t line)
{
    struct span word;

    while (span_split(&rest, ' ', &word))
        mark(pip, word, PACKAGE_BUILT, line);
}

/* "Successfully uninstalled X-1.0" */
static void uninstalled(struct pip *pip, struct span rest, uint64_t line)
{
    size_t dash = span_find_last_byte(rest, '-');
    struct package *package;

    if (dash == 0 || dash >= rest.len)
        return;
    package = packages_add(pip->packages, span_head(rest, dash), PACKAGE_REMOVED, line);
    if (package)
        keep_once(pip, &package->version, span_skip(rest, dash + 1));
}

/* "Requirement already satisfied: X>=1 in PATH (from Y) (2.0)", "... (use --upgrade to upgrade): X in PATH" */
static void satisfied(struct pip *pip, struct span rest, uint64_t line)
{
    size_t colon = span_find(rest, ": ");
    struct span text = span_skip(rest, colon + 2);
    struct span name = name_of(text);
    struct span last = span_skip(text, span_find_last_byte(text, '('));
    struct span from;
    struct package *package;

    if (colon == rest.len || name.len == 0)
        return;
    package = packages_find(pip->packages, name);
    if (package)
        return; /* said again for each that wants it */
    package = packages_add(pip->packages, name, PACKAGE_SATISFIED, line);
    if (!package)
        return;
    if (last.len > 2 && last.data[1] >= '0' && last.data[1] <= '9')
        keep_once(pip, &package->version, span_head(span_skip(last, 1), last.len - 2));
    split_from(text, &from);
    keep_once(pip, &package->requested_by, span_head(from, span_find_byte(from, ')')));
}

/* 'X' of "Failed to install 'X', will try ..." and the like. */
static struct span quoted_name(struct span text)
{
    struct span rest = span_skip(text, span_find_byte(text, '\'') + 1);

    return name_of(rest);
}

/* "ERROR: No matching distribution found for X", "ERROR: Could not build wheels for X, ...", with and without "ERROR: ". */
static void failure(struct pip *pip, struct span text, uint64_t line)
{
    static const char *const before_name[] = {
        "No matching distribution found for ",
        "Failed building wheel for ",
        "Could not build wheels for ",
        "Failed to build ",
        "Failed to build installable wheels for some pyproject.toml based projects (",
        NULL};
    struct package *package = current(pip);

    if (EAT(text, "ERROR: "))
        pip->aborted = true;
    if (STARTS(text, "THESE PACKAGES DO NOT MATCH THE HASHES") && package && !is_over(package))
        package->action = PACKAGE_FAILED;
    for (const char *const *start = before_name; *start; start++) {
        struct span rest = text;

        if (span_eat(&rest, *start)) {
            mark(pip, name_of(rest), PACKAGE_FAILED, line);
            pip->aborted = true;
        }
    }
}

static enum pip_effect micropipenv(struct pip *pip, struct span text, uint64_t line)
{
    bool again = span_ends_with(text, "will try in next installation round...");

    if (!again && !span_ends_with(text, "could not be installed"))
        return PIP_NOTHING;
    mark(pip, quoted_name(text), PACKAGE_FAILED, line);
    end_current(pip);
    pip->aborted = pip->aborted && !again;
    return again ? PIP_WILL_RETRY : PIP_NOTHING;
}

bool pip_is_collecting(const struct pip *pip)
{
    return pip->current != NO_CURRENT;
}

/* ---- lines ---- */

static bool is_file_line(struct span *rest)
{
    return EAT(*rest, "Downloading ") || EAT(*rest, "Using cached ");
}

static bool is_build_line(struct span *rest)
{
    return EAT(*rest, "Building wheel for ") || EAT(*rest, "Running setup.py install for ");
}

static void artifact_line(struct pip *pip, struct span rest, uint64_t line)
{
    if (is_file_line(&rest))
        downloading(pip, rest);
    else if (is_build_line(&rest))
        finished(pip, rest, line);
    else if (EAT(rest, "Created wheel for "))
        mark(pip, name_of(rest), PACKAGE_BUILT, line);
    else if (EAT(rest, "Looking in indexes: "))
        pip->index = keep(pip, rest);
    else if (EAT(rest, "Requirement already "))
        satisfied(pip, rest, line);
}

static enum pip_effect success_line(struct pip *pip, struct span text, uint64_t line)
{
    if (EAT(text, "Successfully built "))
        successfully_built(pip, text, line);
    else if (EAT(text, "Successfully uninstalled "))
        uninstalled(pip, text, line);
    if (!EAT(text, "Successfully installed "))
        return PIP_NOTHING;
    successfully_installed(pip, text, line);
    return PIP_INSTALLED;
}

static enum pip_effect known_line(struct pip *pip, struct span text, uint64_t line)
{
    struct span rest = text;

    switch (text.data[0]) {
    case 'C':
        if (EAT(rest, "Collecting "))
            collecting(pip, rest, line);
        else if (STARTS(text, "Could not "))
            failure(pip, text, line);
        else
            artifact_line(pip, text, line);
        break;
    case 'B':
    case 'D':
    case 'L':
    case 'R':
    case 'U':
        artifact_line(pip, text, line);
        break;
    case 'S':
        return success_line(pip, text, line);
    case 'E':
    case 'N':
    case 'T':
        failure(pip, text, line);
        break;
    case 'F':
        failure(pip, text, line);
        return micropipenv(pip, text, line);
    default:
        break;
    }
    return PIP_NOTHING;
}

enum pip_effect pip_line(struct pip *pip, const struct log_line *line)
{
    struct span text = line->text;

    while (text.len && (text.data[0] == ' ' || text.data[0] == '\t'))
        text = span_skip(text, 1);
    if (text.len == 0)
        return PIP_NOTHING;
    if (pip->current != NO_CURRENT && !STARTS(text, "Collecting ")) {
        strbuf_add_span(&pip->log, span_trim(text));
        strbuf_add_byte(&pip->log, '\n');
    }
    /* All that pip says starts with one of these, and few other lines do. */
    return text.data[0] >= 'B' && text.data[0] <= 'U'
               ? known_line(pip, span_trim(text), line->number)
               : PIP_NOTHING;
}
