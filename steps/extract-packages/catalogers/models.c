/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Models of machine learning, by the header of their files: GGUF (gguf.h), also as Ollama's blobs,
 * and safetensors (its README, "Format": eight bytes of length, a JSON object, whose member
 * "__metadata__" has what the maker wrote; names as in Stability's model specification).
 *
 * A row is a model that tells its name or has a file name, and its version: type generic, as no
 * purl type fits what the header says; origin has format, architecture and quantization.  The
 * parts of a model that is split ("x-00001-of-00003") are one row.  A model without a version is
 * a warning, with its name.
 *
 * Facts: null of what is no model, else {"name", "version", "format", "architecture",
 * "quantization", "licenses"}, empty where nothing tells.
 */
#include <string.h>

#include "catalogers.h"
#include "gguf.h"
#include "json_in.h"
#include "json_members.h"
#include "package_file.h"

static const struct wanted wanted[] = {
    {"*.gguf", WANTED_HEAD},
    {"blobs/sha256-*", WANTED_HEAD}, /* ~/.ollama/models/blobs */
    {"*.safetensors", WANTED_HEAD},
};
#define SAFETENSORS (&wanted[2])

/* Text that is kept of one value. */
#define LONGEST_VALUE ((size_t)256)
/* "__metadata__": trainers write their whole settings and the tags of all pictures. */
#define LONGEST_METADATA (4 * MIB)

/* ---- parse() ---- */

struct model {
    const char *format;
    struct span name;
    struct span version;
    struct span architecture;
    struct span quantization;
    struct span license;
};

static void write_member(struct json_out *facts, const char *key, struct span value)
{
    json_out_member(facts, key, span_head(value, LONGEST_VALUE));
}

static void write_model(const struct model *model, struct json_out *facts)
{
    json_out_object(facts);
    json_out_member_cstring(facts, "format", model->format);
    write_member(facts, "name", model->name);
    write_member(facts, "version", model->version);
    write_member(facts, "architecture", model->architecture);
    write_member(facts, "quantization", model->quantization);
    json_out_key(facts, "licenses");
    json_out_array(facts);
    if (model->license.len)
        json_out_string(facts, span_head(model->license, LONGEST_VALUE));
    json_out_end(facts);
    json_out_end(facts);
}

static bool all_digits(struct span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.data[i] < '0' || s.data[i] > '9')
            return false;
    return s.len > 0;
}

/* "x" of "models/x-00001-of-00003.gguf". */
static struct span name_of_file(struct span path)
{
    struct span name = path_base(path);
    size_t of;
    size_t dash;

    name = span_head(name, span_find_last_byte(name, '.'));
    of = span_find_last_byte(name, '-');
    if (!all_digits(span_skip(name, of + 1)) || !span_ends_with(span_head(name, of), "-of"))
        return name;
    dash = span_find_last_byte(span_head(name, of - strlen("-of")), '-');
    return all_digits(span_skip(span_head(name, of - strlen("-of")), dash + 1))
               ? span_head(name, dash)
               : name;
}

static bool parse_gguf(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    struct gguf gguf;

    if (!gguf_read(file->bytes, file->complete, &gguf, err))
        return false;
    /* The one key that must be there; the parts of a split model behind its first lack it. */
    if (!gguf.architecture.len) {
        json_out_null(facts);
        return true;
    }
    struct model model = {
        .format = "gguf",
        .name = gguf.name.len ? gguf.name : gguf.basename,
        .version = gguf.version,
        .architecture = gguf.architecture,
        .license = gguf.license,
        .quantization = span_string(gguf.has_file_type ? gguf_quantization(gguf.file_type) : NULL),
    };
    if (!model.name.len && span_ends_with(file->path, ".gguf"))
        model.name = name_of_file(file->path);
    write_model(&model, facts);
    return true;
}

/* The first of these keys that "__metadata__" has. */
static struct span stated(const json_t *metadata, const char *key, const char *other)
{
    const json_t *value = json_object_get(metadata, key);

    if (!json_is_string(value))
        value = json_object_get(metadata, other);
    return json_is_string(value) ? span_trim(json_in_span(value)) : span_of(NULL, 0);
}

static uint64_t get64(struct span bytes)
{
    uint64_t value = 0;

    for (size_t i = 8; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.data[i];
    return value;
}

struct header {
    json_t *metadata;  /* owned, or NULL */
    struct span dtype; /* of the first tensor, with its quotes */
};

static struct span dtype_of(struct span tensor)
{
    struct span name;
    struct span value;

    if (json_members_begin(&tensor, '{'))
        while (json_members_next(&tensor, &name, &value))
            if (span_equal_string(name, "dtype"))
                return value;
    return span_of(NULL, 0);
}

/* False where the object does not end and all of it is there. */
static bool read_header(struct span text, bool complete, struct header *ret, struct error *err)
{
    struct span name;
    struct span value;

    if (!json_members_begin(&text, '{'))
        return error_set(err, ERROR_MALFORMED, "no header of safetensors");
    while (json_members_next(&text, &name, &value)) {
        if (span_equal_string(name, "__metadata__") && !ret->metadata &&
            value.len <= LONGEST_METADATA) {
            ret->metadata = json_in_parse(value, "__metadata__", err);
            if (!ret->metadata)
                return false;
        } else if (!ret->dtype.len) {
            ret->dtype = dtype_of(value);
        }
    }
    return !complete || json_members_ended(&text, '}') ||
           error_set(err, ERROR_MALFORMED, "the header of safetensors is no JSON object");
}

static bool parse_safetensors(const struct wanted_file *file, struct json_out *facts,
                              struct error *err)
{
    struct header header = {0};
    uint64_t length;
    bool done;

    if (file->bytes.len < 8 || (length = get64(file->bytes)) > file->size - 8)
        return error_set(err, ERROR_MALFORMED, "no header of safetensors");
    done = read_header(span_head(span_skip(file->bytes, 8), (size_t)length),
                       length <= file->bytes.len - 8, &header, err);
    if (done) {
        struct model model = {
            .format = "safetensors",
            .name = stated(header.metadata, "modelspec.title", "name"),
            .version = stated(header.metadata, "modelspec.version", "version"),
            .architecture = stated(header.metadata, "modelspec.architecture", "architecture"),
            .license = stated(header.metadata, "modelspec.license", "license"),
        };

        if (!model.name.len)
            model.name = name_of_file(file->path);
        if (header.dtype.len > 2)
            model.quantization = span_head(span_skip(header.dtype, 1), header.dtype.len - 2);
        write_model(&model, facts);
    }
    json_decref(header.metadata);
    return done;
}

static bool models_parse(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    if (file->wanted == SAFETENSORS)
        return parse_safetensors(file, facts, err);
    if (gguf_is(file->bytes))
        return parse_gguf(file, facts, err);
    json_out_null(facts);
    return true;
}

/* ---- assemble() ---- */

static bool add_model(struct findings *findings, const struct file_facts *file, const json_t *facts,
                      struct error *err)
{
    static const char *const keys[] = {"format", "architecture", "quantization"};
    json_t *package = package_add(findings, "generic", file, facts, err);
    json_t *origin;

    if (!package)
        return false;
    origin = json_new_object();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_in_span_or_empty(facts, keys[i]).len)
            json_put_string(origin, keys[i], json_in_span_or_empty(facts, keys[i]));
    json_put_take(package, "origin", origin);
    return true;
}

/* The parts of one model lie in one folder.  Says whether this is the first. */
static bool note(json_t *seen, const struct file_facts *file, const json_t *facts)
{
    STRBUF_AUTO(key, 8 * LIMIT_PATH);
    strbuf_add_span(&key, path_folder(file->path));
    strbuf_addf(&key, "\n%s\n%s\n%s", json_in_string_or(facts, "name", ""),
                json_in_string_or(facts, "version", ""),
                json_in_string_or(facts, "quantization", ""));
    if (json_object_get(seen, key.data))
        return false;
    json_put_bool(seen, key.data, true);
    return true;
}

/* One warning for all, so that a folder of many does not fill the list. */
struct without_version {
    const struct file_facts *first;
    size_t count;
    struct strbuf name; /* of the first */
};

static void warn(struct findings *findings, const struct without_version *without)
{
    if (without->first)
        findings_warn(findings, "no-version", without->first->path,
                      "%zu %s without a version, the first is '%s'", without->count,
                      without->count == 1 ? "model" : "models", without->name.data);
}

static bool take_file(struct findings *findings, json_t *seen, struct without_version *without,
                      const struct file_facts *file, struct error *err)
{
    CLEANUP(cleanup_json) json_t *facts = facts_of(file, err);

    if (!facts)
        return false;
    if (json_is_null(facts) || !note(seen, file, facts))
        return true;
    if (json_in_span_or_empty(facts, "name").len && json_in_span_or_empty(facts, "version").len)
        return add_model(findings, file, facts, err);
    without->count++;
    if (!without->first) {
        without->first = file;
        strbuf_add_span(&without->name, json_in_span_or_empty(facts, "name"));
    }
    return true;
}

static bool models_assemble(const struct file_set *files, struct findings *findings,
                            struct error *err)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();
    struct without_version without = {0};
    bool done = true;

    strbuf_init(&without.name, 8 * LONGEST_VALUE);
    for (size_t i = 0; done && i < files->count; i++)
        done = take_file(findings, seen, &without, &files->files[i], err);
    if (done)
        warn(findings, &without);
    strbuf_release(&without.name);
    return done;
}

const struct cataloger models_cataloger = {
    .name = "models",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .limit = LIMIT_MODEL_HEADER,
    .parse = models_parse,
    .assemble = models_assemble,
};
