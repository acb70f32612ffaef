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

const struct rule *silent_find(const struct rules *rules, struct span step, int code,
                               struct span *ret_command)
{
    const struct rule *found = NULL;
    struct shell shell;
    struct shell_command command;

    shell_init(&shell, step);
    while (shell_next(&shell, &command)) {
        const struct rule *rule = find(rules, command.name, code);

        if (rule) {
            found = rule;
            *ret_command = command.name;
        }
    }
    return found;
}
