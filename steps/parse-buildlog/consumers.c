/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consumers.h"

#include "builder.h"
#include "pem.h"
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

/* A guess is not looked for: it is tried on one line alone. */
static void add_part(struct marks *marks, const struct rule *rule, const struct rule_part *part,
                     size_t number)
{
    for (const char *const *text = part->required; !rule->guess && *text; text++)
        marks_add_head(marks, *text, (uint16_t)number);
}

void consumers_add_marks(struct marks *marks, const struct rule *rules, size_t count)
{
    size_t parts = 0;

    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < rules[i].part_count; k++)
            add_part(marks, &rules[i], &rules[i].parts[k], parts++);
    }
    add_all(marks, thoth_marks, parts + CONSUMER_THOTH);
    for (const struct builder *const *builder = builders; *builder; builder++)
        add_all(marks, (*builder)->marks, parts + CONSUMER_STEPS);
    for (const struct prefix_family *const *family = prefix_families; *family; family++)
        add_all(marks, (*family)->marks, parts + CONSUMER_STEPS);
    for (const struct tool_mark *mark = tool_marks; mark->text; mark++) {
        if (mark->word != TOOL_LISTS)
            marks_add(marks, mark->text, (uint16_t)(parts + CONSUMER_TOOLS));
    }
    marks_add(marks, PEM_MARK, (uint16_t)(parts + CONSUMER_KEYS));
    for (size_t i = 0; managers_get(i); i++)
        add_all(marks, managers_get(i)->marks, parts + CONSUMER_MANAGERS + i);
}

uint64_t consumers_others(const uint16_t *consumers, size_t count, size_t part_count)
{
    uint64_t set = 0;

    while (count && consumers[count - 1] >= part_count)
        set |= UINT64_C(1) << (consumers[--count] - part_count);
    return set;
}
