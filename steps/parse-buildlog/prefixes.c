/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of prefixes, and what is common to them. */
#include "prefixes.h"

#include "limits.h"

/* Those that are told by more come first. */
const struct prefix_family *const prefix_families[] = {&prefix_buildkit,  &prefix_kubernetes,
                                                       &prefix_github,    &prefix_tekton,
                                                       &prefix_jenkins,   &prefix_compose,
                                                       &prefix_gitlab,    &prefix_cloud_build,
                                                       &prefix_timestamp, NULL};

static enum prefix_start start_of(char c)
{
    if (c == 'S')
        return STARTS_S;
    if (c == 'E' || c == 'F' || c == 'I' || c == 'W')
        return STARTS_LEVEL;
    if (c >= 'A' && c <= 'Z')
        return STARTS_UPPER;
    if (c >= 'a' && c <= 'z')
        return STARTS_LOWER;
    if (c >= '0' && c <= '9')
        return STARTS_DIGIT;
    return c == '[' ? STARTS_BRACKET : STARTS_OTHER;
}

static bool eat_one(struct prefixes *prefixes, struct log_line *line)
{
    enum prefix_start start = start_of(line->text.data[0]);

    for (const struct prefix_family *const *family = prefix_families; *family; family++) {
        if (((*family)->starts & start) && (*family)->eat(prefixes, line))
            return true;
    }
    return false;
}

void prefixes_split(struct prefixes *prefixes, struct log_line *line)
{
    bool blank = line->text.len == 0;

    for (int i = 0; i < LIMIT_LOG_PREFIXES && line->text.len; i++) {
        /* BuildKit's is the innermost: what follows is a step's output or a vertex' name. */
        if (line->output || line->vertex.len || !eat_one(prefixes, line))
            break;
    }
    prefixes->begun = prefixes->begun || !blank;
    prefixes->in_steps = line->task_step;
}

size_t prefixes_length(struct span text)
{
    struct prefixes none = {.begun = true, .redrawn = true};
    struct log_line line = {.text = text};

    prefixes_split(&none, &line);
    return text.len - line.text.len;
}

void prefix_set_track(struct log_line *line, struct span track)
{
    if (line->track.len == 0)
        line->track = track;
}
