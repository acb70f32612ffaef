/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <ctype.h>
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "cli_help.h"
#include "digest.h"
#include "exit_status.h"
#include "json_in.h"
#include "log.h"
#include "output.h"
#include "span.h"
#include "xalloc.h"

/* getopt's return value for option i of the table, beyond all letters. */
#define LONG_OPTION 1000
#define OPTION_HELP 500
#define OPTION_VERSION 501

enum parsed { PARSED, ANSWERED, REFUSED };

static void *value_of(const struct cli_option *o, void *options)
{
    return (char *)options + o->offset;
}

static bool parse_bool(const struct cli_option *o, const char *text, bool *ret, struct error *err)
{
    if (strcmp(text, "true") == 0 || strcmp(text, "1") == 0 || strcmp(text, "yes") == 0)
        *ret = true;
    else if (strcmp(text, "false") == 0 || strcmp(text, "0") == 0 || strcmp(text, "no") == 0)
        *ret = false;
    else
        return error_set(err, ERROR_USAGE, "--%s takes true or false, not '%s'", o->name,
                         QUOTE(text));
    return true;
}

static bool parse_size(const struct cli_option *o, const char *text, uint64_t *ret,
                       struct error *err)
{
    static const char *const units[] = {"K", "M", "G"};
    struct span digits = span_string(text);
    unsigned shift = 0;
    uint64_t value;

    if (o->kind == CLI_SIZE) {
        if (span_ends_with(digits, "iB"))
            digits.len -= 2;
        for (unsigned i = 0; i < ARRAY_LENGTH(units); i++)
            if (!shift && span_ends_with(digits, units[i]))
                shift = 10 * (i + 1);
        digits.len -= shift ? 1 : 0;
    }
    if (!span_to_uint64(digits, &value) || value > UINT64_MAX >> shift)
        return error_set(err, ERROR_USAGE, "--%s takes a number%s, not '%s'", o->name,
                         o->kind == CLI_SIZE ? " of bytes (64M, 4GiB)" : "", QUOTE(text));
    *ret = value << shift;
    return true;
}

static bool is_choice(const char *choices, const char *text)
{
    struct span rest = span_string(choices);
    struct span word;

    while (span_split(&rest, '|', &word))
        if (span_equal_string(word, text))
            return true;
    return false;
}

static void append_string(struct cli_strings *list, const char *text)
{
    list->items = xreallocarray(list->items, list->count + 1, sizeof *list->items);
    list->items[list->count++] = text;
}

/* text NULL: the option stood alone, as a flag. */
static bool set_value(const struct cli_option *o, const char *text, void *options,
                      struct error *err)
{
    void *value = value_of(o, options);

    switch (o->kind) {
    case CLI_FLAG:
    case CLI_BOOLEAN:
        if (!text) {
            *(bool *)value = true;
            return true;
        }
        return parse_bool(o, text, value, err);
    case CLI_STRING:
        *(const char **)value = text;
        return true;
    case CLI_STRINGS:
        append_string(value, text);
        return true;
    case CLI_UINT64:
    case CLI_SIZE:
        return parse_size(o, text, value, err);
    case CLI_CHOICE:
        if (!is_choice(o->choices, text))
            return error_set(err, ERROR_USAGE, "--%s takes %s, not '%s'", o->name, o->choices,
                             QUOTE(text));
        *(const char **)value = text;
        return true;
    }
    return error_set(err, ERROR_BUG, "option --%s has an unknown kind", o->name);
}

/* ---- environment ---- */

static const char *own_variable(const struct cli_option *o)
{
    char name[100] = "BUILD_ANALYSIS_";
    size_t used = strlen(name);

    for (const char *p = o->name; *p && used < sizeof name - 1; p++)
        name[used++] = *p == '-' ? '_' : (char)toupper((unsigned char)*p);
    name[used] = '\0';
    return getenv(name);
}

static bool read_environment(const struct cli *cli, void *options, struct error *err)
{
    for (size_t i = 0; i < cli->option_count; i++) {
        const struct cli_option *o = &cli->options[i];
        const char *text = own_variable(o);

        if (!text && o->variable)
            text = getenv(o->variable);
        if (text && *text && !set_value(o, text, options, err))
            return error_prefix(err, "environment");
    }
    return true;
}

/* ---- command line ---- */

static struct option *long_options(const struct cli *cli)
{
    struct option *table = xcalloc(cli->option_count + 3, sizeof *table);

    for (size_t i = 0; i < cli->option_count; i++) {
        const struct cli_option *o = &cli->options[i];
        bool flag = o->kind == CLI_FLAG || o->kind == CLI_BOOLEAN;

        table[i] = (struct option){o->name, flag ? optional_argument : required_argument, NULL,
                                   LONG_OPTION + (int)i};
    }
    table[cli->option_count] = (struct option){"help", no_argument, NULL, OPTION_HELP};
    table[cli->option_count + 1] = (struct option){"version", no_argument, NULL, OPTION_VERSION};
    return table;
}

static void letters(const struct cli *cli, char *text, size_t size)
{
    size_t used = 1;

    text[0] = ':'; /* tell a missing argument from an unknown option */
    for (size_t i = 0; i < cli->option_count && used + 3 < size; i++) {
        const struct cli_option *o = &cli->options[i];

        if (!o->letter)
            continue;
        text[used++] = o->letter;
        if (o->kind != CLI_FLAG && o->kind != CLI_BOOLEAN)
            text[used++] = ':';
    }
    text[used++] = 'h';
    text[used] = '\0';
}

static const struct cli_option *option_found(const struct cli *cli, int found)
{
    if (found >= LONG_OPTION)
        return &cli->options[found - LONG_OPTION];
    for (size_t i = 0; i < cli->option_count; i++)
        if (cli->options[i].letter && cli->options[i].letter == found)
            return &cli->options[i];
    return NULL;
}

static enum parsed refuse(const struct cli *cli, int found, char **argv, struct error *err)
{
    const char *word = argv[optind - 1];

    if (found == ':')
        error_set(err, ERROR_USAGE, "option '%s' needs a value; see '%s --help'", QUOTE(word),
                  cli->program);
    else if (strncmp(word, "--", 2) != 0 && optopt)
        error_set(err, ERROR_USAGE, "unknown option '-%c'; see '%s --help'", optopt, cli->program);
    else
        error_set(err, ERROR_USAGE, "unknown option '%s'; see '%s --help'", QUOTE(word),
                  cli->program);
    return REFUSED;
}

/* A CLI_STRINGS list from the environment gives way to one from the command line. */
static void forget_environment(const struct cli_option *o, void *options, bool *seen)
{
    if (o->kind == CLI_STRINGS && !*seen)
        *(struct cli_strings *)value_of(o, options) = (struct cli_strings){0};
    *seen = true;
}

static enum parsed parse_options(const struct cli *cli, int argc, char **argv, void *options,
                                 struct error *err)
{
    CLEANUP(cleanup_free) struct option *table = long_options(cli);
    CLEANUP(cleanup_free) bool *seen = xcalloc(cli->option_count, sizeof *seen);
    char short_options[100];
    int found;

    letters(cli, short_options, sizeof short_options);
    opterr = 0;
    /* One thread runs yet, so getopt's globals are safe. */
    while ((found = getopt_long(argc, argv, short_options, table, NULL)) != -1) {
        const struct cli_option *o = option_found(cli, found);

        if (found == OPTION_HELP || found == 'h') {
            cli_print_help(cli);
            return ANSWERED;
        }
        if (found == OPTION_VERSION) {
            cli_print_version(cli);
            return ANSWERED;
        }
        if (!o)
            return refuse(cli, found, argv, err);
        forget_environment(o, options, &seen[o - cli->options]);
        if (!set_value(o, optarg, options, err))
            return REFUSED;
    }
    return PARSED;
}

static enum parsed check_operands(const struct cli *cli, size_t count, struct error *err)
{
    if (count < cli->operands_min)
        error_set(err, ERROR_USAGE, "an argument is missing; usage: %s %s", cli->program,
                  cli->synopsis);
    else if (count > cli->operands_max)
        error_set(err, ERROR_USAGE, "too many arguments; usage: %s %s", cli->program,
                  cli->synopsis);
    return error_is_set(err) ? REFUSED : PARSED;
}

/* An empty name is mostly a shell variable that nobody set. */
static enum parsed check_output(const struct cli_common *common, struct error *err)
{
    if (common->output && !*common->output)
        error_set(err, ERROR_USAGE, "--output needs the name of a file");
    return error_is_set(err) ? REFUSED : PARSED;
}

static void set_up_log(const struct cli *cli, const struct cli_common *common)
{
    enum log_level most = common->quiet ? LOG_ERROR : common->verbose ? LOG_INFO : LOG_WARNING;

    log_init(cli->program, most, common->log_format && strcmp(common->log_format, "json") == 0);
}

int cli_main(const struct cli *cli, int argc, char **argv, void *options, cli_run *run)
{
    struct error err = {0};
    enum parsed parsed;

    log_init(cli->program, LOG_WARNING, false);
    digest_use_xalloc();
    json_use_xalloc();
    output_handle_signals();
    /* libarchive converts member names through the locale: any bytes must pass. */
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        log_line(LOG_WARNING, "there is no C.UTF-8 locale: odd member names of images may be lost");
    if (!read_environment(cli, options, &err))
        return log_failure(&err);
    parsed = parse_options(cli, argc, argv, options, &err);
    if (parsed == ANSWERED)
        return cli_finish_stdout(&err) ? EXIT_STATUS_DONE : log_failure(&err);
    set_up_log(cli, options);
    if (parsed == PARSED)
        parsed = check_operands(cli, (size_t)(argc - optind), &err);
    if (parsed == PARSED)
        parsed = check_output(options, &err);
    if (parsed == PARSED) {
        struct cli_operands operands = {argv + optind, (size_t)(argc - optind)};

        if (!run(options, &operands, &err) && !error_is_set(&err))
            error_set(&err, ERROR_BUG, "failed without saying why");
    }
    return log_failure(&err);
}
