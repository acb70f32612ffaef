/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree_scan.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder_names.h"
#include "layer_scan.h"
#include "xalloc.h"

/* What of a file is read at first: as much as tells an ELF file, and what it asks for. */
#define FIRST_PIECE ((size_t)4096)

struct walk {
    struct tree *tree;
    struct layer_scan scan;
    struct tree_account *account;
    struct hash *listing;
    struct strbuf path;
    size_t depth;
    /* the file at hand */
    int fd;
    uint64_t size; /* bytes it had when it was opened */
    uint64_t at;
    char *buffer;
    bool cut; /* it has fewer now */
};

/* ---- problems ---- */

void tree_account_release(struct tree_account *account)
{
    for (size_t i = 0; i < account->problem_count; i++) {
        free(account->problems[i].path);
        free(account->problems[i].message);
    }
    free(account->problems);
}

static void note_problem(struct walk *walk, const char *message)
{
    struct tree_account *account = walk->account;

    if (account->problem_count >= LIMIT_TREE_PROBLEMS) {
        account->left_out++;
        return;
    }
    XGROW(account->problems, account->problem_count, account->problem_capacity);
    account->problems[account->problem_count++] =
        (struct tree_problem){xmemdup0(walk->path.data, walk->path.len), xstrdup(message)};
}

void tree_account_warn(const struct tree_account *account, struct findings *findings)
{
    for (size_t i = 0; i < account->problem_count; i++)
        findings_warn(findings, "unreadable", span_string(account->problems[i].path),
                      "%s: it is not listed, nor what is in it", account->problems[i].message);
    if (account->left_out)
        findings_warn(findings, "unreadable", span_of(NULL, 0), "so are %llu more",
                      (unsigned long long)account->left_out);
}

/* ---- a file's data ---- */

static bool next_piece(void *context, struct span *ret_piece, struct error *err)
{
    struct walk *walk = context;
    size_t most = walk->at ? STREAM_PIECE : FIRST_PIECE;
    ssize_t len = 0;

    if (most > walk->size - walk->at)
        most = (size_t)(walk->size - walk->at);
    if (most) {
        do {
            len = pread(walk->fd, walk->buffer, most, (off_t)walk->at);
        } while (len < 0 && errno == EINTR);
        walk->cut = walk->cut || len == 0;
    }
    if (len < 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(walk->path.data));
    walk->at += (uint64_t)len;
    *ret_piece = span_of(walk->buffer, (size_t)len);
    return true;
}

/* What was made of data that were not whole is not kept. */
static void drop_facts(struct layer_facts *facts, struct span path)
{
    while (facts->file_count && span_equal_string(path, facts->files[facts->file_count - 1].path))
        layer_facts_remove_last(facts);
}

/* ---- entries ---- */

static void list(struct walk *walk, char type, struct span rest)
{
    hash_add(walk->listing, &type, 1);
    hash_add(walk->listing, walk->path.data, walk->path.len + 1);
    hash_add(walk->listing, rest.data, rest.len);
    hash_add(walk->listing, "", 1);
}

static bool take(struct walk *walk, struct member *m, struct error *err)
{
    m->path = strbuf_span(&walk->path);
    return layer_scan_member(&walk->scan, m, err);
}

static bool take_file(struct walk *walk, const struct broker_answer *answer, struct error *err)
{
    struct member m = {.type = MEMBER_FILE, .size = answer->size};
    char size[24];
    bool done;

    m.executable = (answer->mode & 0111) != 0;
    walk->fd = answer->fd;
    walk->size = m.size;
    walk->at = 0;
    walk->cut = false;
    walk->account->bytes += m.size;
    snprintf(size, sizeof size, "%llu", (unsigned long long)m.size);
    list(walk, 'f', span_string(size));
    done = take(walk, &m, err);
    if (done && walk->cut) {
        note_problem(walk, "became shorter while it was read");
        drop_facts(walk->scan.reader.facts, strbuf_span(&walk->path));
    }
    return done;
}

static bool walk_folder(struct walk *walk, int fd, struct error *err);

static bool take_folder(struct walk *walk, int fd, struct error *err)
{
    struct member m = {.type = MEMBER_DIRECTORY};

    list(walk, 'd', span_of(NULL, 0));
    if (take(walk, &m, err))
        return walk_folder(walk, fd, err);
    close(fd);
    return false;
}

static bool take_link(struct walk *walk, const char *target, struct error *err)
{
    struct member m = {.type = MEMBER_SYMLINK, .target = span_string(target)};

    list(walk, 'l', m.target);
    return take(walk, &m, err);
}

/* Device, fifo, socket: there, and nothing more. */
static bool take_other(struct walk *walk, struct error *err)
{
    struct member m = {.type = MEMBER_OTHER};

    list(walk, 'o', span_of(NULL, 0));
    return take(walk, &m, err);
}

static bool take_answer(struct walk *walk, const struct broker_answer *answer, struct error *err)
{
    int fd = answer->fd;
    bool done;

    /* It is closed there, before what is in it is looked at. */
    if (S_ISDIR(answer->mode) && fd >= 0)
        return take_folder(walk, fd, err);
    if (S_ISLNK(answer->mode))
        done = take_link(walk, answer->text, err);
    else if (S_ISREG(answer->mode) && fd >= 0)
        done = take_file(walk, answer, err);
    else
        done = take_other(walk, err);
    if (fd >= 0)
        close(fd);
    return done;
}

/* A regular file is opened when somebody wants one of its name. */
static bool is_wanted(const struct walk *walk, unsigned char type)
{
    const struct wanted_entry *matches[MOST_MATCHES];

    return type != DT_REG || wanted_list_match(walk->scan.wanted, strbuf_span(&walk->path), matches,
                                               MOST_MATCHES) > 0;
}

static bool is_special(unsigned char type)
{
    return type == DT_FIFO || type == DT_SOCK || type == DT_CHR || type == DT_BLK;
}

static bool take_result(struct walk *walk, const struct broker_question *question,
                        struct error *err)
{
    if (!error_is_set(&question->err))
        return take_answer(walk, &question->answer, err);
    if (question->err.kind != ERROR_NO_INPUT)
        return error_set(err, question->err.kind, "'%s': %s", QUOTE(walk->path.data),
                         question->err.message);
    note_problem(walk, question->err.message);
    return true;
}

/* ---- folders ---- */

/* Appends the name to the path of its folder; false, and counted, when it is none that can be. */
static bool enter(struct walk *walk, const char *name)
{
    if (walk->path.len)
        strbuf_add_byte(&walk->path, '/');
    strbuf_add_string(&walk->path, name);
    if (walk->path.len <= LIMIT_PATH)
        return true;
    walk->scan.reader.facts->passed_over++;
    return false;
}

/*
 * Names in a row are asked for at once: those before a folder, which is asked for alone, so
 * that little is open while what is in it is walked.
 */
struct run {
    struct broker_question questions[BROKER_QUESTIONS];
    char *paths[BROKER_QUESTIONS]; /* that are asked for */
    size_t count;
};

static void run_release(struct run *run, size_t from)
{
    for (size_t i = 0; i < run->count; i++)
        free(run->paths[i]);
    for (size_t i = from; i < run->count; i++)
        if (run->questions[i].answer.fd >= 0)
            close(run->questions[i].answer.fd);
    free(run);
}

static void add_question(struct run *run, struct span path)
{
    run->paths[run->count] = xmemdup0(path.data, path.len);
    run->questions[run->count].name = run->paths[run->count];
    run->questions[run->count++].answer.fd = -1;
}

static bool may_be_folder(const char *item)
{
    return item[0] == DT_DIR || item[0] == DT_UNKNOWN;
}

/* Fills run with questions from the name at on; returns how many names it is about. */
static size_t gather(struct walk *walk, const struct folder_names *names, size_t at,
                     struct run *run)
{
    size_t folder = walk->path.len;
    size_t end = at;

    while (end < names->count && run->count < BROKER_QUESTIONS) {
        const char *item = names->items[end];

        if (may_be_folder(item) && end > at)
            break;
        end++;
        if (enter(walk, item + 1) && !is_special((unsigned char)item[0]) &&
            is_wanted(walk, (unsigned char)item[0]))
            add_question(run, strbuf_span(&walk->path));
        strbuf_truncate(&walk->path, folder);
        if (may_be_folder(item))
            break;
    }
    return end - at;
}

/* In the order of names; those without a question are there, and nothing more is known of them. */
static bool take_run(struct walk *walk, const struct folder_names *names, size_t at, size_t count,
                     struct run *run, size_t *taken, struct error *err)
{
    size_t folder = walk->path.len;
    bool done = true;

    for (size_t i = at; done && i < at + count; i++) {
        struct broker_question *question = &run->questions[*taken];

        strbuf_truncate(&walk->path, folder);
        if (folder)
            strbuf_add_byte(&walk->path, '/');
        strbuf_add_string(&walk->path, names->items[i] + 1);
        if (walk->path.len > LIMIT_PATH)
            continue;
        if (*taken == run->count || strcmp(question->name, walk->path.data) != 0) {
            done = take_other(walk, err);
            continue;
        }
        ++*taken; /* its descriptor is closed there */
        done = take_result(walk, question, err);
    }
    strbuf_truncate(&walk->path, folder);
    return done;
}

static bool walk_names(struct walk *walk, const struct folder_names *names, struct error *err)
{
    bool done = true;

    for (size_t at = 0; done && at < names->count;) {
        struct run *run = xmalloc(sizeof *run);
        size_t taken = 0;
        size_t count;

        run->count = 0;
        count = gather(walk, names, at, run);
        done = tree_get_many(walk->tree, run->questions, run->count, err) &&
               take_run(walk, names, at, count, run, &taken, err);
        run_release(run, taken);
        at += count;
    }
    return done;
}

static bool walk_folder(struct walk *walk, int fd, struct error *err)
{
    struct folder_names names = {0};
    bool done;

    if (walk->depth >= LIMIT_PATH_DEPTH) {
        close(fd);
        note_problem(walk, "lies deeper than a path can be");
        return true;
    }
    walk->depth++;
    done = folder_names_read_take(&names, fd, err) ||
           error_prefix(err, "the folder '%s'", QUOTE(walk->path.data));
    done = done && walk_names(walk, &names, err);
    walk->depth--;
    folder_names_release(&names);
    return done;
}

bool tree_scan(struct tree *tree, const struct wanted_list *wanted, struct hold_budget *budget,
               struct layer_facts *facts, struct tree_account *account, struct error *err)
{
    CLEANUP(cleanup_free) char *buffer = xmalloc(STREAM_PIECE);
    struct walk walk = {.tree = tree, .account = account, .fd = -1, .buffer = buffer};
    struct broker_answer root;
    bool done;

    walk.scan = (struct layer_scan){.reader = {{next_piece, &walk}, budget, facts},
                                    .name = "root file system",
                                    .wanted = wanted,
                                    .no_whiteouts = true};
    walk.listing = hash_new(DIGEST_SHA256);
    /* Room for one more name, so that a path that is too long is seen to be. */
    strbuf_init(&walk.path, 2 * LIMIT_PATH);
    done = tree_get(tree, ".", &root, err) && walk_folder(&walk, root.fd, err);
    account->listing = hash_finish(walk.listing);
    strbuf_release(&walk.path);
    return done;
}
