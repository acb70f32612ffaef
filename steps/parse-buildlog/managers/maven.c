/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maven: jars that are downloaded, its own plugins' too, and what is put into the local repository. */
#include "manager.h"

#include "limits.h"
#include "maven_path.h"
#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"Downloaded from ",
                                    "Downloaded: http",
                                    ".m2/repository/",
                                    "Could not find artifact ",
                                    "BUILD SUCCESS",
                                    "BUILD FAILURE",
                                    NULL};

/* "REPOSITORY: URL (30 kB at 63 kB/s)" */
static void downloaded(struct manager_job *job, struct span text, uint64_t line)
{
    STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
    struct span first = next_word(&text);
    struct span url = STARTS(first, "http") ? first : next_word(&text);
    struct span version;
    struct package *package;

    if (!split_maven_path(url, &name, &version))
        return;
    package = manager_note(job, PACKAGE_DOWNLOADED, strbuf_span(&name), version, line);
    if (!package)
        return;
    manager_keep(job, &package->artifact, url);
    if (span_ends_with(first, ":"))
        manager_keep(job, &package->index, span_head(first, first.len - 1));
    if (EAT(text, "("))
        manager_keep(job, &package->size, span_head(text, span_find(text, " at ")));
}

/* "Installing target/demo-1.0.jar to /home/me/.m2/repository/org/example/demo/1.0/demo-1.0.jar" */
static bool installing(struct manager_job *job, struct span text, uint64_t line)
{
    STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
    size_t to = span_find(text, " to ");
    struct span version;

    if (!STARTS(text, "Installing ") || to == text.len)
        return false;
    if (split_maven_path(span_skip(text, to + 4), &name, &version))
        manager_announce(job, strbuf_span(&name), version, line);
    return true;
}

/* "Could not find artifact GROUP:ARTIFACT:jar:VERSION in central" */
static bool missing(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, "Could not find artifact ");
    struct span coordinates = span_skip(text, at + sizeof "Could not find artifact " - 1);
    struct span name;
    struct span version;
    struct span type;
    size_t colon;

    if (at == text.len)
        return false;
    coordinates = next_word(&coordinates);
    colon = span_find_last_byte(coordinates, ':');
    version = span_skip(coordinates, colon + 1);
    coordinates = span_head(coordinates, colon);
    colon = span_find_last_byte(coordinates, ':');
    type = span_skip(coordinates, colon + 1);
    name = span_head(coordinates, colon);
    if (type.len && is_name(name, "-_.:") && is_name(version, "-_.+"))
        manager_note(job, PACKAGE_FAILED, name, version, line);
    return true;
}

static bool maven_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (EAT(text, "[INFO]"))
        text = span_trim(text);
    if (EAT(text, "Downloaded from ") || EAT(text, "Downloaded: "))
        downloaded(job, text, line->number);
    else if (STARTS(text, "BUILD SUCCESS") || STARTS(text, "BUILD FAILURE"))
        manager_settle(job, STARTS(text, "BUILD SUCCESS"));
    else
        return installing(job, text, line->number) || missing(job, text, line->number);
    return true;
}

const struct manager maven_manager = {.name = "maven",
                                      .marks = marks,
                                      .many_versions = true,
                                      .line = maven_line};
