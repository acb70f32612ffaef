/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gradle: jars that are downloaded, and modules that are not found. */
#include "manager.h"

#include "limits.h"
#include "maven_path.h"
#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"Download http", "Could not find ", NULL};

/* "Could not find GROUP:ARTIFACT:VERSION." */
static bool missing(struct manager_job *job, struct span text, uint64_t line)
{
    size_t colon;
    struct span name;
    struct span version;

    EAT(text, "> ");
    if (!EAT(text, "Could not find ") || !span_ends_with(text, "."))
        return false;
    text = span_head(text, text.len - 1);
    colon = span_find_last_byte(text, ':');
    name = span_head(text, colon);
    version = span_skip(text, colon + 1);
    if (!is_name(name, "-_.:") || !span_contains(name, ":") || !is_name(version, "-_.+"))
        return false;
    manager_note(job, PACKAGE_FAILED, name, version, line);
    return true;
}

static bool gradle_line(struct manager_job *job, const struct log_line *line)
{
    STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
    struct span text = span_trim(line->text);
    struct package *package;
    struct span version;

    if (!EAT(text, "Download "))
        return missing(job, text, line->number);
    if (!split_maven_path(text, &name, &version))
        return false;
    package = manager_note(job, PACKAGE_DOWNLOADED, strbuf_span(&name), version, line->number);
    if (package)
        manager_keep(job, &package->artifact, text);
    return true;
}

const struct manager gradle_manager = {.name = "gradle",
                                       .marks = marks,
                                       .many_versions = true,
                                       .line = gradle_line};
