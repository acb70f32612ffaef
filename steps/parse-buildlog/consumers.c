/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consumers.h"

/* In the order of enum consumer; each list ends with NULL. */
static const char *const steps_marks[] = {"Step ",
                                          "STEP ",
                                          "--> ",
                                          "Successfully built ",
                                          "Successfully tagged ",
                                          "Pushing image ",
                                          "Push successful",
                                          " as the s2i builder image",
                                          "COMMIT",
                                          "Build completed successfully",
                                          NULL};
static const char *const pip_marks[] = {"Collecting ",
                                        "Downloading ",
                                        "Using cached ",
                                        "Building wheel for ",
                                        "Running setup.py install for ",
                                        "Created wheel for ",
                                        "Looking in indexes: ",
                                        "Requirement already ",
                                        "Successfully ",
                                        "No matching distribution found for ",
                                        "Failed building wheel for ",
                                        "Could not build wheels for ",
                                        "Failed to build ",
                                        "THESE PACKAGES DO NOT MATCH",
                                        "will try in next installation round",
                                        "could not be installed",
                                        "ERROR: ",
                                        NULL};
static const char *const thoth_marks[] = {">>> ",
                                          "----- Pipfile.lock -----",
                                          "Push successful",
                                          "Pushing image ",
                                          " as the s2i builder image",
                                          "Thamos version: '",
                                          NULL};

static const char *const *const marks_of[CONSUMER_TOOLS] = {
    [CONSUMER_STEPS] = steps_marks, [CONSUMER_PIP] = pip_marks, [CONSUMER_THOTH] = thoth_marks};

static void add_all(struct marks *marks, const char *const *texts, size_t consumer)
{
    for (; *texts; texts++)
        marks_add(marks, *texts, (uint16_t)consumer);
}

struct marks *consumers_marks(const struct rule *rules, size_t count)
{
    struct marks *marks = marks_new();

    for (size_t i = 0; i < count; i++)
        add_all(marks, rules[i].required, i);
    for (size_t i = 0; i < CONSUMER_TOOLS; i++)
        add_all(marks, marks_of[i], count + i);
    for (const struct tool_mark *mark = tool_marks; mark->text; mark++)
        marks_add(marks, mark->text, (uint16_t)(count + CONSUMER_TOOLS));
    return marks;
}
