/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell.h"

#include <string.h>

#include "prefix.h"

static bool is_one_of(struct span word, const char *const *list)
{
    for (; *list; list++) {
        if (span_equal_string(word, *list))
            return true;
    }
    return false;
}

static bool is_blank(const struct shell *shell, char c)
{
    return c == ' ' || c == '\t' || c == '\\' || (shell->exec_form && c && strchr("[]\",", c));
}

static bool is_separator(char c)
{
    return c && strchr("&|;\n\r()`", c);
}

/* Quoted parts are part of a word: 'a b'c. */
static size_t word_length(const struct shell *shell, struct span s)
{
    char quote = '\0';
    size_t i = 0;

    for (; i < s.len; i++) {
        char c = s.data[i];

        if (quote)
            quote = c == quote ? '\0' : quote;
        else if ((c == '"' || c == '\'') && !shell->exec_form)
            quote = c;
        else if (is_blank(shell, c) ||
                 (is_separator(c) && !(c == '&' && i && s.data[i - 1] == '>')))
            break;
    }
    return i;
}

static void skip_blanks(struct shell *shell)
{
    while (shell->rest.len && is_blank(shell, shell->rest.data[0]))
        shell->rest = span_skip(shell->rest, 1);
}

/* The next word of this command; empty where it ends. */
static struct span next_word(struct shell *shell)
{
    struct span word;

    skip_blanks(shell);
    word = span_head(shell->rest, word_length(shell, shell->rest));
    shell->rest = span_skip(shell->rest, word.len);
    return word;
}

static struct span peek_word(const struct shell *shell)
{
    struct shell copy = *shell;

    return next_word(&copy);
}

/* All words up to the next separator. */
static struct span skip_command(struct shell *shell)
{
    struct span before = shell->rest;

    while (next_word(shell).len) {
    }
    return span_trim(span_head(before, before.len - shell->rest.len));
}

static void skip_separators(struct shell *shell)
{
    skip_blanks(shell);
    while (shell->rest.len && is_separator(shell->rest.data[0])) {
        shell->rest = span_skip(shell->rest, 1);
        skip_blanks(shell);
    }
}

/* ---- what stands before a command ---- */

static bool is_assignment(struct span word)
{
    size_t equals = span_find_byte(word, '=');

    return equals && equals < word.len && word.data[0] != '-' && word.data[0] != '/';
}

/* They start the command after them, or are words of the grammar. */
static bool is_prefix(struct span word)
{
    static const char *const prefixes[] = {"sudo",    "env",       "time",   "nice",    "exec",
                                           "command", "nohup",     "xargs",  "then",    "do",
                                           "else",    "if",        "!",      "while",   "until",
                                           "elif",    "{",         "}",      "timeout", "doas",
                                           "gosu",    "eatmydata", "stdbuf", "ionice",  "retry",
                                           "linux32", NULL};

    return is_one_of(word, prefixes);
}

/* "-u root", "-n 5", "300", "A=b" of sudo, nice, timeout and env. */
static void skip_options(struct shell *shell)
{
    static const char *const with_value[] = {"-u", "-g", "-n", "-k", "-s", "-I", NULL};

    for (;;) {
        struct span word = peek_word(shell);

        if (!word.len || !(word.data[0] == '-' || (word.data[0] >= '0' && word.data[0] <= '9') ||
                           is_assignment(word)))
            return;
        next_word(shell);
        if (is_one_of(word, with_value))
            next_word(shell);
    }
}

/* "RUN --mount=type=cache,target=/root ..." */
static void skip_instruction(struct shell *shell)
{
    if (!EAT(shell->rest, "RUN ") && !EAT(shell->rest, "run "))
        return;
    while (STARTS(peek_word(shell), "--"))
        next_word(shell);
}

void shell_init(struct shell *shell, struct span text)
{
    *shell = (struct shell){.rest = span_trim(text)};
    skip_instruction(shell);
    shell->rest = span_trim(shell->rest);
    shell->exec_form =
        STARTS(shell->rest, "[") && STARTS(span_trim(span_skip(shell->rest, 1)), "\"");
}

/* ---- what a command is ---- */

static bool is_version_byte(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/* /usr/bin/pip3.11 is pip; what has nothing but a version stays. */
static struct span plain_name(struct span word)
{
    struct span name = word;
    size_t slash;

    while (name.len && strchr("\"'", name.data[0]))
        name = span_skip(name, 1);
    while (name.len && strchr("\"'", name.data[name.len - 1]))
        name.len--;
    slash = span_find_last_byte(name, '/');
    if (slash < name.len)
        name = span_skip(name, slash + 1);
    word = name;
    while (name.len && is_version_byte(name.data[name.len - 1]))
        name.len--;
    return name.len ? name : word;
}

static bool is_shell(struct span name)
{
    static const char *const shells[] = {"sh", "bash", "ash", "dash", "zsh", "ksh", NULL};

    return is_one_of(name, shells);
}

/* sh -c "...": goes on with what is within the quotes. False: it runs a script, or what comes by a pipe. */
static bool enter_shell(struct shell *shell)
{
    struct span word = next_word(shell);

    while (word.len && word.data[0] == '-') {
        if (word.len > 1 && word.data[1] != '-' && span_find_byte(word, 'c') < word.len) {
            skip_blanks(shell);
            if (shell->rest.len && strchr("\"'", shell->rest.data[0]))
                shell->rest = span_skip(shell->rest, 1);
            return true;
        }
        if (span_equal_string(word, "-o"))
            next_word(shell);
        word = next_word(shell);
    }
    return false;
}

/* python -m pip ... is pip. */
static void enter_module(struct shell *shell, struct shell_command *ret)
{
    struct shell copy = *shell;

    if (!span_equal_string(ret->name, "python") || !span_equal_string(next_word(&copy), "-m"))
        return;
    ret->name = plain_name(next_word(&copy));
    *shell = copy;
}

static bool is_script(struct span word, struct span name)
{
    return STARTS(word, "./") || STARTS(word, "$") || STARTS(word, "\"$") || STARTS(word, ". ") ||
           span_ends_with(name, ".sh") || span_equal_string(word, ".") ||
           span_equal_string(word, "source") || span_equal_string(word, "eval");
}

bool shell_next(struct shell *shell, struct shell_command *ret)
{
    for (;;) {
        struct span word;

        skip_separators(shell);
        word = next_word(shell);
        if (!word.len)
            return false;
        if (is_prefix(plain_name(word))) {
            skip_options(shell);
            continue;
        }
        *ret = (struct shell_command){.name = plain_name(word)};
        if (is_assignment(word) || !ret->name.len || (is_shell(ret->name) && enter_shell(shell)))
            continue;
        ret->opens = is_script(word, ret->name) || is_shell(ret->name);
        enter_module(shell, ret);
        ret->arguments = skip_command(shell);
        return true;
    }
}
