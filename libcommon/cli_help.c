/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli_help.h"

#include <errno.h>
#include <stdio.h>

/* Where the help texts start, in columns. */
#define HELP_COLUMN 34

static void print_option(char letter, const char *name, const char *argument, const char *help)
{
    char head[100];
    int n;

    n = snprintf(head, sizeof head, "  %c%c%c --%s%s%s", letter ? '-' : ' ', letter ? letter : ' ',
                 letter ? ',' : ' ', name, argument ? " " : "", argument ? argument : "");
    printf("%s%*s%s\n", head, n < HELP_COLUMN ? HELP_COLUMN - n : 1, "", help);
}

void cli_print_help(const struct cli *cli)
{
    printf("Usage: %s %s\n%s.\n\nOptions:\n", cli->program, cli->synopsis, cli->summary);
    for (size_t i = 0; i < cli->option_count; i++) {
        const struct cli_option *o = &cli->options[i];

        print_option(o->letter, o->name, o->choices ? o->choices : o->argument, o->help);
    }
    print_option('h', "help", NULL, "print this text and exit");
    print_option(0, "version", NULL, "print the version and exit");
    printf("\nEach option is also an environment variable: --some-name is "
           "BUILD_ANALYSIS_SOME_NAME.\nThe manual, with exit statuses and examples: man %s\n",
           cli->program);
}

void cli_print_version(const struct cli *cli)
{
    printf("%s (build-analysis) %s\n", cli->program, BUILD_ANALYSIS_VERSION);
}

bool cli_finish_stdout(struct error *err)
{
    if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)
        return error_set_errno(err, errno, "cannot write stdout");
    return true;
}
