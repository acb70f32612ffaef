/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of prefixes, and what is common to them. */
#include "prefixes.h"

#include <stdlib.h>

#include "limits.h"
#include "prefix.h"
#include "xalloc.h"

/* Those that are told by more come first. */
const struct prefix_family *const prefix_families[] = {&prefix_buildkit,      &prefix_kubernetes,
                                                       &prefix_github,        &prefix_tekton,
                                                       &prefix_jenkins,       &prefix_compose,
                                                       &prefix_gitlab,        &prefix_cloud_build,
                                                       &prefix_netlify,       &prefix_packer,
                                                       &prefix_cloud_foundry, &prefix_timestamp,
                                                       &prefix_projects,      NULL};

/* A family is asked of lines alone that begin as its prefixes do; GitHub's, that begin with a job's name, of any. */
enum start { LEVEL, L, S, UPPER, LOWER, DIGIT, BRACKET, OTHER };

#define MOST_ASKED 6
static const struct prefix_family *const asked[][MOST_ASKED + 1] = {
    [LEVEL] = {&prefix_github, &prefix_timestamp}, /* klog's E, F, I, W */
    [L] = {&prefix_github, &prefix_netlify},
    [S] = {&prefix_github, &prefix_cloud_build},
    [UPPER] = {&prefix_github}, /* another letter */
    [LOWER] = {&prefix_github, &prefix_compose, &prefix_gitlab, &prefix_timestamp}, /* Bamboo's */
    [DIGIT] = {&prefix_buildkit, &prefix_github, &prefix_jenkins, &prefix_compose, &prefix_gitlab,
               &prefix_timestamp},
    [BRACKET] = {&prefix_kubernetes, &prefix_github, &prefix_tekton, &prefix_jenkins,
                 &prefix_cloud_foundry},
    [OTHER] = {&prefix_buildkit, &prefix_github, &prefix_compose, &prefix_packer},
};

static enum start start_of(char c)
{
    if (c >= 'a' && c <= 'z')
        return LOWER;
    if (c >= '0' && c <= '9')
        return DIGIT;
    if (c < 'A' || c > 'Z')
        return c == '[' ? BRACKET : OTHER;
    if (c == 'L')
        return L;
    if (c == 'S')
        return S;
    return c == 'E' || c == 'F' || c == 'I' || c == 'W' ? LEVEL : UPPER;
}

static bool eat_one(struct prefixes *prefixes, struct log_line *line)
{
    const struct prefix_family *const *family = asked[start_of(line->text.data[0])];

    for (; *family; family++) {
        if ((*family)->eat(prefixes, line))
            return true;
    }
    return false;
}

/* GitHub's page, copied: a line's number stands above it, and two blanks before what is in a group. */
static void eat_page(const struct forms *forms, struct log_line *line)
{
    if (forms_is_number(forms, line))
        line->text = span_head(line->text, 0);
    else
        EAT(line->text, "  ");
}

/* What is taken off but once. */
struct once {
    bool form;
    bool label;
};

/*
 * The next prefix; false: none is left.  What has a file of its own may stand outside and inside of a form.  BuildKit's is the
 * innermost: what follows is a step's output or a vertex' name.
 */
static bool eat_next(struct prefixes *prefixes, struct log_line *line, struct once *once)
{
    if (line->text.len == 0 || line->output || line->vertex.len)
        return false;
    if (eat_one(prefixes, line))
        return true;
    if (!once->form && prefixes->forms.learned && forms_eat(&prefixes->forms, line)) {
        once->form = true;
        return true;
    }
    if (once->label || shared_is_idle(&prefixes->shared))
        return false;
    once->label = shared_eat_label(&prefixes->shared, line);
    return once->label;
}

void prefixes_split(struct prefixes *prefixes, struct log_line *line)
{
    bool blank = line->text.len == 0;
    bool tail = prefixes->tail;
    struct once once = {0};

    if (prefixes->forms.page)
        eat_page(&prefixes->forms, line);
    if (prefixes->shared.indent || prefixes->shared.lines == 0)
        shared_eat_indent(&prefixes->shared, line);
    for (int i = 0; i < LIMIT_LOG_PREFIXES && eat_next(prefixes, line, &once); i++) {
    }
    if (line->text.len)
        (void)prefix_projects.eat(prefixes, line);
    if (line->text.len && start_of(line->text.data[0]) != DIGIT)
        prefixes->timed = 0;
    /* Of a line that came in two pieces BuildKit repeats the second alone, without seconds. */
    if (tail && prefixes->tail && !line->vertex.len && line->text.len)
        line->output = true;
    prefixes->begun = prefixes->begun || !blank;
    prefixes->in_steps = line->task_step;
}

void prefixes_look_ahead(struct prefixes *prefixes, const struct window *window)
{
    struct prefixes ahead = {.shared.builder = true};
    struct forms_ahead *forms = xcalloc(1, sizeof *forms);
    struct log_line line = {.place = window_start(window)};

    for (bool more = window_at(window, &line); more;
         more = more && window_after(window, &line, &line)) {
        struct log_line bare = line;

        prefixes_split(&ahead, &bare);
        more = bare.text.len == 0 || forms_look(forms, &bare);
    }
    forms_learn(&prefixes->forms, forms);
    free(forms);
}

size_t prefixes_length(struct span text)
{
    struct prefixes none = {.begun = true, .redrawn = true, .shared = shared_nothing};
    struct log_line line = {.text = text};

    prefixes_split(&none, &line);
    return text.len - line.text.len;
}

void prefix_set_track(struct log_line *line, struct span track)
{
    if (line->track.len == 0)
        line->track = track;
}
