/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "silent.h"

#include "shell.h"

static const struct rule *find(const struct rules *rules, struct span command, int code)
{
    for (size_t i = 0; i < rules->count; i++) {
        if (rule_knows_exit(&rules->items[i], command, code))
            return &rules->items[i];
    }
    return NULL;
}

/*
 * npx, bundle exec, poetry run ... start another program, whose exit status theirs is.  shell.h hands on
 * the runner, as rules are gated by its tool.
 */
static bool is_runner(struct span name)
{
    static const char *const runners[] = {"npx",    "bunx",   "npm",    "yarn", "pnpm",
                                          "bundle", "poetry", "pipenv", "pdm",  "uv",
                                          "hatch",  "rye",    NULL};

    for (const char *const *one = runners; *one; one++) {
        if (span_equal_string(name, *one))
            return true;
    }
    return false;
}

/* An option, or a runner's own word before the program's name. */
static bool is_of_runner(struct span word)
{
    return !word.len || word.data[0] == '-' || span_equal_string(word, "run") ||
           span_equal_string(word, "exec") || span_equal_string(word, "dlx");
}

/* What the command runs in the end: itself, or what it starts. */
static struct span program(const struct shell_command *command)
{
    struct span rest = span_trim(command->arguments);
    struct shell_command started;
    struct shell shell;

    if (!is_runner(command->name))
        return command->name;
    while (rest.len && is_of_runner(span_head(rest, span_find_byte(rest, ' '))))
        rest = span_trim(span_skip(rest, span_find_byte(rest, ' ')));
    shell_init(&shell, rest);
    return shell_next(&shell, &started) ? started.name : command->name;
}

const struct rule *silent_find(const struct rules *rules, struct span step, int code,
                               struct span *ret_command)
{
    const struct rule *found = NULL;
    struct shell shell;
    struct shell_command command;

    shell_init(&shell, step);
    while (shell_next(&shell, &command)) {
        struct span name = program(&command);
        const struct rule *rule = find(rules, name, code);

        if (rule) {
            found = rule;
            *ret_command = name;
        }
    }
    return found;
}
