/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line.  One table of options makes parsing, --help, and the
 * environment: option --some-name is also BUILD_ANALYSIS_SOME_NAME, and where
 * Thoth had a variable, that one too.  Order: command line, ours, the older one,
 * the default.  The man page is checked against the table by `make lint`.
 *
 *     struct options { struct cli_common common; const char *layout; ... };
 *     static const struct cli_option table[] = {
 *         CLI_COMMON_OPTIONS(struct options, common),
 *         {.name = "layout", .argument = "DIR", .kind = CLI_STRING,
 *          .offset = offsetof(struct options, layout), .help = "OCI layout to write"},
 *     };
 *     static const struct cli cli = {.program = "fetch-image", .synopsis = "[OPTION...] REF",
 *         .summary = "...", .options = table, .option_count = ARRAY_LENGTH(table),
 *         .operands_min = 1, .operands_max = 1};
 *
 *     int main(int argc, char **argv)
 *     {
 *         struct options options = {0};
 *         return cli_main(&cli, argc, argv, &options, run);
 *     }
 *
 * run(&options, &operands, &err) does the work and returns false with err set;
 * cli_main prints the one line and maps it to the exit status.  Values are
 * borrowed from argv and the environment, so nothing is freed, but for the array
 * of a CLI_STRINGS option, which lives as long as the process.
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"

#define ARRAY_LENGTH(array) (sizeof(array) / sizeof *(array))

enum cli_kind {
    CLI_FLAG,    /* bool; --name, or --name=false */
    CLI_STRING,  /* const char * */
    CLI_STRINGS, /* struct cli_strings; may be given many times */
    CLI_UINT64,  /* uint64_t; a decimal number */
    CLI_SIZE,    /* uint64_t bytes; a number with KiB, MiB, GiB, K, M, G or none */
    CLI_CHOICE,  /* const char *, one of the words of .choices */
    CLI_BOOLEAN, /* bool; --name=true|false, as docker and podman spell --tls-verify */
};

struct cli_strings {
    const char **items;
    size_t count;
};

struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    enum cli_kind kind;
    size_t offset;        /* of the value in the caller's struct */
    const char *argument; /* what --help calls it; NULL for flags and choices */
    const char *choices;  /* CLI_CHOICE: "json|text" */
    const char *variable; /* an older environment variable, or NULL */
    const char *help;     /* one line, no full stop */
};

struct cli {
    const char *program;
    const char *synopsis; /* after the program's name */
    const char *summary;  /* one sentence */
    const struct cli_option *options;
    size_t option_count;
    size_t operands_min;
    size_t operands_max;
};

/* What every step takes. */
struct cli_common {
    const char *output;      /* --output FILE */
    bool pretty;             /* --pretty */
    bool quiet;              /* --quiet */
    bool verbose;            /* --verbose */
    const char *log_format;  /* --log-format text|json */
    const char *document_id; /* --document-id ID */
};

#define CLI_COMMON_OPTIONS(type, member)                                               \
    {.name = "output",                                                                 \
     .letter = 'o',                                                                    \
     .kind = CLI_STRING,                                                               \
     .argument = "FILE",                                                               \
     .offset = offsetof(type, member.output),                                          \
     .help = "write the document to FILE, whole or not at all"},                       \
        {.name = "pretty",                                                             \
         .kind = CLI_FLAG,                                                             \
         .offset = offsetof(type, member.pretty),                                      \
         .help = "indent the JSON for people"},                                        \
        {.name = "document-id",                                                        \
         .kind = CLI_STRING,                                                           \
         .argument = "ID",                                                             \
         .offset = offsetof(type, member.document_id),                                 \
         .variable = "THOTH_DOCUMENT_ID",                                              \
         .help = "the document's id (default: made from the input)"},                  \
        {.name = "log-format",                                                         \
         .kind = CLI_CHOICE,                                                           \
         .choices = "text|json",                                                       \
         .offset = offsetof(type, member.log_format),                                  \
         .help = "messages on stderr as text or json"},                                \
        {.name = "quiet",                                                              \
         .letter = 'q',                                                                \
         .kind = CLI_FLAG,                                                             \
         .offset = offsetof(type, member.quiet),                                       \
         .help = "errors only on stderr"},                                             \
    {                                                                                  \
        .name = "verbose", .letter = 'v', .kind = CLI_FLAG,                            \
        .offset = offsetof(type, member.verbose), .help = "say on stderr what is done" \
    }

struct cli_operands {
    char **items;
    size_t count;
};

/* The work of a step; options is the caller's struct. */
typedef bool cli_run(void *options, const struct cli_operands *operands, struct error *err);

/*
 * Parses into options (the caller's struct, zeroed or holding defaults; its
 * first member is struct cli_common), answers --help and --version, sets up
 * log, signals and locale, runs, reports.  Returns the exit status.
 */
int cli_main(const struct cli *cli, int argc, char **argv, void *options, cli_run *run);

#endif
