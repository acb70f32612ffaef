/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sbom.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "json_in.h"
#include "purl.h"
#include "reference.h"
#include "xalloc.h"

/* ---- ids ---- */

/* What a package is and where; its layer too, as one place can have had it twice. */
static void add_identity(struct strbuf *out, const json_t *package)
{
    static const char *const keys[] = {"type", "name", "version", "arch", "location"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        strbuf_add_span(out, json_in_span_or_empty(package, keys[i]));
        strbuf_add_byte(out, '\n');
    }
}

static bool are_twins(const json_t *a, const json_t *b)
{
    static const char *const keys[] = {"type", "name", "version", "arch", "location"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!span_equal(json_in_span_or_empty(a, keys[i]), json_in_span_or_empty(b, keys[i])))
            return false;
    return true;
}

/* Findings are sorted by all that an id tells: twins stand side by side. */
static void count_twins(struct sbom *sbom)
{
    size_t count = json_array_size(sbom->packages);

    sbom->twins = xcalloc(count, sizeof *sbom->twins);
    for (size_t i = 1; i < count; i++)
        if (are_twins(json_array_get(sbom->packages, i - 1), json_array_get(sbom->packages, i)))
            sbom->twins[i] = sbom->twins[i - 1] + 1;
}

struct sbom_id sbom_id_of(const struct sbom *sbom, size_t row)
{
    const json_t *package = json_array_get(sbom->packages, row);
    struct sbom_id id;
    struct digest digest;

    STRBUF_AUTO(identity, 16 * KIB + LIMIT_PATH);
    add_identity(&identity, package);
    if (sbom->twins[row])
        strbuf_addf(&identity, "%u", sbom->twins[row]);
    digest = digest_of(strbuf_span(&identity));
    snprintf(id.text, sizeof id.text, "%.20s-%.64s-%.16s", json_in_string_or(package, "type", ""),
             json_in_string_or(package, "name", ""), DIGEST_HEX_TEXT(&digest));
    for (char *p = id.text; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '.')
            *p = '-';
    return id;
}

static struct digest digest_of_work(const struct analysis *analysis, const char *format,
                                    const char *version)
{
    struct hash *hash = hash_new(DIGEST_SHA256);
    struct sbom_time now = sbom_now();
    unsigned char random[16] = {0};

    hash_add(hash, analysis->id.text, strlen(analysis->id.text) + 1);
    hash_add(hash, DIGEST_TEXT(&analysis->image->manifest.digest), DIGEST_HEX);
    hash_add(hash, format, strlen(format) + 1);
    hash_add(hash, version, strlen(version) + 1);
    hash_add(hash, now.text, strlen(now.text));
    /* Without random numbers the process' clock would be all that is new; it is in there. */
    if (!document_is_reproducible() && getrandom(random, sizeof random, 0) > 0)
        hash_add(hash, random, sizeof random);
    return hash_finish(hash);
}

struct sbom_uuid sbom_make_uuid(const struct analysis *analysis, const char *format,
                                const char *version)
{
    struct digest digest = digest_of_work(analysis, format, version);
    struct sbom_uuid uuid;
    struct digest_text hex;

    digest.bytes[6] = (unsigned char)((digest.bytes[6] & 0x0f) | 0x80);
    digest.bytes[8] = (unsigned char)((digest.bytes[8] & 0x3f) | 0x80);
    hex = digest_format(&digest);
    snprintf(uuid.text, sizeof uuid.text, "%.8s-%.4s-%.4s-%.4s-%.12s", hex.text + 7, hex.text + 15,
             hex.text + 19, hex.text + 23, hex.text + 27);
    return uuid;
}

/* ---- the file ---- */

void sbom_init(struct sbom *sbom, const struct analysis *analysis, struct output *out)
{
    *sbom = (struct sbom){.analysis = analysis, .packages = analysis->findings->packages};
    relations_init(&sbom->relations, sbom->packages);
    count_twins(sbom);
    json_out_init(&sbom->w, output_sink, out, analysis->options->common.pretty);
}

void sbom_release(struct sbom *sbom)
{
    json_out_release(&sbom->w);
    relations_release(&sbom->relations);
    free(STEAL(sbom->twins));
}

struct sbom_time sbom_now(void)
{
    struct sbom_time text;
    time_t now = document_now();
    struct tm utc = {0};

    if (!gmtime_r(&now, &utc) || !strftime(text.text, sizeof text.text, "%Y-%m-%dT%H:%M:%SZ", &utc))
        text.text[0] = '\0';
    return text;
}

/* ---- facts ---- */

struct digest_text sbom_layer_of(const struct sbom *sbom, const json_t *package, const char *key)
{
    const struct image *image = sbom->analysis->image;
    int64_t layer = json_in_int_or(package, key, -1);

    if (layer < 0 || (size_t)layer >= image->layer_count)
        return (struct digest_text){""};
    return digest_format(&image->layers[layer].blob.digest);
}

bool sbom_is_there(const struct sbom *sbom, size_t row)
{
    return !json_object_get(json_array_get(sbom->packages, row), "removed_by");
}

void sbom_add_warning(struct strbuf *out, const json_t *warning)
{
    struct span path = json_in_span_or_empty(warning, "path");

    strbuf_addf(out, "%s: ", json_in_string_or(warning, "code", ""));
    strbuf_add_span(out, path);
    strbuf_add_string(out, path.len ? ": " : "");
    strbuf_add_span(out, json_in_span_or_empty(warning, "message"));
}

static struct span after_last_slash(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash < path.len ? span_skip(path, slash + 1) : path;
}

/* "HOST/NAME" of an image of a registry; of a local one nothing. */
static struct span repository_of(const struct image *image)
{
    struct span resolved = span_string(image->resolved);
    struct error ignored = {0};

    REFERENCE_AUTO(ref);
    if (!reference_parse(image->reference, &ref, &ignored) || ref.transport != TRANSPORT_REGISTRY)
        return span_of(NULL, 0);
    return span_head(resolved, span_find_byte(resolved, '@'));
}

json_t *sbom_image_purl(const struct analysis *analysis)
{
    struct span name = after_last_slash(span_string(analysis->name));
    size_t colon = span_find_byte(name, ':');
    CLEANUP(cleanup_json) json_t *package = json_new_object();
    CLEANUP(cleanup_json) json_t *plain = NULL;

    STRBUF_AUTO(lower, LIMIT_REFERENCE);
    STRBUF_AUTO(purl, 8 * (size_t)LIMIT_REFERENCE);
    for (size_t i = 0; i < colon; i++)
        strbuf_add_byte(&lower, (char)tolower((unsigned char)name.data[i]));
    json_put_string(package, "type", SPAN_LITERAL("oci"));
    json_put_string(package, "name", strbuf_span(&lower));
    json_put_string(package, "version",
                    span_string(DIGEST_TEXT(&analysis->image->manifest.digest)));
    plain = purl_of(package, NULL);
    strbuf_add_span(&purl, json_in_span(plain));
    if (analysis->image->platform.architecture)
        purl_add_qualifier(&purl, "arch", span_string(analysis->image->platform.architecture));
    purl_add_qualifier(&purl, "repository_url", repository_of(analysis->image));
    purl_add_qualifier(&purl, "tag", span_skip(name, colon + 1));
    return json_new_string(strbuf_span(&purl));
}

bool sbom_has_system(const struct analysis *analysis)
{
    const json_t *os = analysis->findings->operating_system;

    /* What findings_finish puts there when there is no os-release. */
    return json_in_span_or_empty(os, "version_id").len ||
           strcmp(json_in_string_or(os, "id", "linux"), "linux") != 0;
}

/* One of the parts after "cpe:2.3:o:" as os-release files have them: no quoted bytes. */
static bool is_cpe_part(struct span part, bool is_language)
{
    if (span_equal_string(part, "*") || span_equal_string(part, "-"))
        return true;
    for (size_t i = 0; i < part.len; i++) {
        unsigned char c = (unsigned char)part.data[i];

        if (is_language ? !isalpha(c) : !isalnum(c) && (!c || !strchr("._-", c)))
            return false;
    }
    return is_language ? part.len == 2 || part.len == 3 : part.len > 0;
}

/* The formatted string of NISTIR 7695, 6.2: eleven parts, the seventh of which is a language. */
static bool is_cpe_23(struct span rest)
{
    struct span part;
    size_t count = 0;

    if (!span_eat(&rest, "cpe:2.3:o:") || span_ends_with(rest, ":"))
        return false;
    while (span_split(&rest, ':', &part))
        if (!is_cpe_part(part, ++count == 6))
            return false;
    return count == 10;
}

/* The URI of CPE 2.2: up to seven parts. */
static bool is_cpe_22(struct span rest)
{
    size_t colons = 0;

    if (!span_eat(&rest, "cpe:/o:"))
        return false;
    for (size_t i = 0; i < rest.len; i++) {
        unsigned char c = (unsigned char)rest.data[i];

        if (!isalnum(c) && (!c || !strchr("._-~%:", c)))
            return false;
        colons += c == ':';
    }
    return colons <= 5;
}

struct span sbom_system_cpe(const struct analysis *analysis)
{
    struct span cpe = json_in_span_or_empty(analysis->findings->operating_system, "cpe_name");

    return is_cpe_22(cpe) || is_cpe_23(cpe) ? cpe : span_of(NULL, 0);
}
