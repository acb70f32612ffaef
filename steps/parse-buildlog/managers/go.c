/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * go: modules that are downloaded, and those that "go get" puts into go.mod.  What Go 1.11 to 1.13 say
 * beside it ("go: finding", "go: extracting") is of the same modules.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"go: downloading ", "go: added ",   "go: upgraded ",
                                    "go: downgraded ",  "go: removed ", NULL};

static bool go_line(struct manager_job *job, const struct log_line *line)
{
    static const struct {
        const char *start;
        enum package_action action;
    } forms[] = {
        {"go: downloading ", PACKAGE_DOWNLOADED}, {"go: added ", PACKAGE_INSTALLED},
        {"go: upgraded ", PACKAGE_INSTALLED},     {"go: downgraded ", PACKAGE_INSTALLED},
        {"go: removed ", PACKAGE_REMOVED},
    };
    struct span text = span_trim(line->text);

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct span name;
        struct span version;

        if (!span_eat(&text, forms[i].start))
            continue;
        name = next_word(&text);
        version = next_word(&text);
        if (EAT(text, "=> "))
            version = next_word(&text);
        if (is_name(name, "-_./~") && is_version(version))
            manager_note(job, forms[i].action, name, version, line->number);
        return true;
    }
    return false;
}

const struct manager go_manager = {.name = "go",
                                   .marks = marks,
                                   .many_versions = true,
                                   .line = go_line};
