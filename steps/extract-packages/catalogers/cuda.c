/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CUDA: the version that nvcc would print, from its own bytes, and the one that the
 * toolkit's version.txt (up to 11.0) or version.json (since) states.
 *
 * Facts of a file: {"version": "12.2.140"}, or {} where it states none.
 */
#include "catalogers.h"
#include "json_in.h"

static const struct wanted wanted[] = {
    {"/usr/local/cuda/bin/nvcc", WANTED_ELF},
    {"bin/nvcc", WANTED_ELF},
    {"/usr/local/cuda/version.txt", WANTED_WHOLE},
    {"/usr/local/cuda-*/version.txt", WANTED_WHOLE},
    {"/usr/local/cuda/version.json", WANTED_WHOLE},
    {"/usr/local/cuda-*/version.json", WANTED_WHOLE},
};

/* A version's bytes; real ones have ten. */
#define LONGEST_VERSION 64

/* ---- parse() ---- */

static bool cuda_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    (void)head;
    (void)size;
    *ret = (struct file_parts){.whole = true};
    return true;
}

/* Digits and dots at the start, beginning and ending with a digit. */
static struct span leading_version(struct span s)
{
    size_t n = 0;

    s = span_head(s, LONGEST_VERSION);
    while (n < s.len && ((s.data[n] >= '0' && s.data[n] <= '9') || (n && s.data[n] == '.')))
        n++;
    while (n && s.data[n - 1] == '.')
        n--;
    return span_head(s, n);
}

/* "Cuda compilation tools, release 12.2, V12.2.140", as nvcc --version prints it. */
static struct span nvcc_version(struct span bytes)
{
    static const char text[] = "Cuda compilation tools, release ";
    struct span rest = bytes;

    while ((rest = span_skip(rest, span_find(rest, text))).len) {
        struct span line = span_head(span_skip(rest, sizeof text - 1), LONGEST_VERSION);
        size_t at = span_find(line, ", V");
        struct span version = leading_version(span_skip(line, at + 3));

        if (at < line.len && version.len)
            return version;
        rest = span_skip(rest, sizeof text - 1);
    }
    return span_of(NULL, 0);
}

/* "CUDA Version 10.1.243" */
static struct span text_version(struct span bytes)
{
    struct span line;

    while (span_next_line(&bytes, &line))
        if (span_eat(&line, "CUDA Version"))
            return span_head(span_trim(line), LONGEST_VERSION);
    return span_of(NULL, 0);
}

/* {"cuda": {"version": "12.2.2"}, "cuda_nvcc": {"version": "12.2.140"}}; nvcc's is what compares. */
static struct span json_version(const json_t *root)
{
    struct span nvcc = json_in_span_or_empty(root, "cuda_nvcc.version");

    return span_head(nvcc.len ? nvcc : json_in_span_or_empty(root, "cuda.version"),
                     LONGEST_VERSION);
}

static void write_facts(struct json_out *facts, struct span version)
{
    json_out_object(facts);
    if (version.len)
        json_out_member(facts, "version", version);
    json_out_end(facts);
}

static bool cuda_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (span_ends_with(file->path, ".json")) {
        CLEANUP(cleanup_json) json_t *root = json_in_parse(file->bytes, "version.json", err);

        if (root)
            write_facts(facts, json_version(root));
        return root;
    }
    if (span_ends_with(file->path, ".txt"))
        write_facts(facts, text_version(file->bytes));
    else
        write_facts(facts, nvcc_version(file->bytes));
    return true;
}

/* ---- assemble() ---- */

/* What a kind of file says: the one below /usr/local/cuda, else the last, which is the newest. */
struct statement {
    const struct file_facts *file;
    json_t *facts; /* owned */
};

static bool is_current(const struct file_facts *file)
{
    return span_starts_with(file->path, "usr/local/cuda/");
}

static bool consider(struct statement *s, const struct file_facts *file, struct error *err)
{
    json_t *facts;

    if (s->file && is_current(s->file) && !is_current(file))
        return true;
    facts = facts_of(file, err);
    if (!facts)
        return false;
    if (!json_object_get(facts, "version")) {
        json_decref(facts);
        return true;
    }
    json_decref(s->facts);
    *s = (struct statement){file, facts};
    return true;
}

/* Graph sync refuses two that differ (design.md, cuda-version): nvcc's stays. */
static void put_versions(struct findings *findings, const struct statement *nvcc,
                         const struct statement *text)
{
    struct span compiler = json_in_span_or_empty(nvcc->facts, "version");
    struct span stated = json_in_span_or_empty(text->facts, "version");

    if (compiler.len)
        json_put_string(findings->cuda_version, "nvcc_version", compiler);
    if (stated.len && (!compiler.len || span_equal(stated, compiler)))
        json_put_string(findings->cuda_version, "/usr/local/cuda/version.txt", stated);
    else if (stated.len && text->file)
        findings_warn(findings, "two-versions", text->file->path,
                      "says CUDA %.*s, nvcc says %.*s, which is listed", SPAN_ARG(stated),
                      SPAN_ARG(compiler));
}

static bool cuda_assemble(const struct file_set *files, struct findings *findings,
                          struct error *err)
{
    struct statement nvcc = {0};
    struct statement text = {0};
    struct statement json = {0};
    bool done = true;

    for (size_t i = 0; done && i < files->count; i++) {
        const struct file_facts *file = &files->files[i];

        if (span_ends_with(file->path, ".json"))
            done = consider(&json, file, err);
        else
            done = consider(span_ends_with(file->path, ".txt") ? &text : &nvcc, file, err);
    }
    if (done)
        put_versions(findings, &nvcc, text.file ? &text : &json);
    json_decref(nvcc.facts);
    json_decref(text.facts);
    json_decref(json.facts);
    return done;
}

const struct cataloger cuda_cataloger = {
    .name = "cuda",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_WANTED_FILE,
    .plan = cuda_plan,
    .parse = cuda_parse,
    .assemble = cuda_assemble,
};
