/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consumers.h"

#include "builder.h"
#include "prefixes.h"

/* Ends with NULL; the marks of CONSUMER_STEPS are the builders' and the prefixes'. */
static const char *const thoth_marks[] = {">>> ",
                                          "----- Pipfile.lock -----",
                                          "Push successful",
                                          "Pushing image ",
                                          " as the s2i builder image",
                                          "Thamos version: '",
                                          NULL};

static void add_all(struct marks *marks, const char *const *texts, size_t consumer)
{
    for (; texts && *texts; texts++)
        marks_add(marks, *texts, (uint16_t)consumer);
}

struct marks *consumers_marks(const struct rule *rules, size_t count)
{
    struct marks *marks = marks_new();

    for (size_t i = 0; i < count; i++)
        add_all(marks, rules[i].required, i);
    add_all(marks, thoth_marks, count + CONSUMER_THOTH);
    for (const struct builder *const *builder = builders; *builder; builder++)
        add_all(marks, (*builder)->marks, count + CONSUMER_STEPS);
    for (const struct prefix_family *const *family = prefix_families; *family; family++)
        add_all(marks, (*family)->marks, count + CONSUMER_STEPS);
    for (const struct tool_mark *mark = tool_marks; mark->text; mark++)
        marks_add(marks, mark->text, (uint16_t)(count + CONSUMER_TOOLS));
    for (size_t i = 0; managers_get(i); i++)
        add_all(marks, managers_get(i)->marks, count + CONSUMER_MANAGERS + i);
    return marks;
}

manager_set consumers_managers(const uint16_t *consumers, size_t count, size_t rule_count)
{
    manager_set set = 0;

    while (count && consumers[count - 1] >= rule_count + CONSUMER_MANAGERS)
        set |= (manager_set)1 << (consumers[--count] - rule_count - CONSUMER_MANAGERS);
    return set;
}
