/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Platforms, and the choice among an index's manifests (image.h). */
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "image.h"
#include "json_in.h"
#include "xalloc.h"

/* The names that kernels and people use, Go's, which images use, and the variant they mean. */
static const char *const aliases[][3] = {
    {"x86_64", "amd64", NULL}, {"x86-64", "amd64", NULL},      {"aarch64", "arm64", NULL},
    {"i386", "386", NULL},     {"i686", "386", NULL},          {"armhf", "arm", "v7"},
    {"armel", "arm", "v6"},    {"armv8l", "arm", "v8"},        {"armv7l", "arm", "v7"},
    {"armv6l", "arm", "v6"},   {"mips64el", "mips64le", NULL}, {"ppc64el", "ppc64le", NULL},
};

static char *copy_or_null(struct span s)
{
    return s.len ? xmemdup0(s.data, s.len) : NULL;
}

static void set_architecture(struct platform *ret, struct span name, struct span variant)
{
    const char *implied = NULL;

    ret->architecture = xmemdup0(name.data, name.len);
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (!span_equal_string(name, aliases[i][0]))
            continue;
        free(ret->architecture);
        ret->architecture = xstrdup(aliases[i][1]);
        implied = aliases[i][2];
    }
    ret->variant = copy_or_null(variant.len ? variant : span_string(implied));
}

/* "os" or "os(version)", as containerd writes it. */
static bool set_os(struct platform *ret, struct span os)
{
    size_t open = span_find_byte(os, '(');
    struct span version = span_skip(os, open + 1);

    if (!open || (open < os.len && (version.len < 2 || !span_ends_with(version, ")"))))
        return false;
    ret->os = xmemdup0(os.data, open);
    ret->os_version = copy_or_null(span_head(version, version.len ? version.len - 1 : 0));
    return true;
}

bool platform_parse(struct span text, struct platform *ret, struct error *err)
{
    struct span rest = text;
    struct span os = {0};
    struct span architecture = {0};
    struct span variant = {0};

    span_split(&rest, '/', &os);
    span_split(&rest, '/', &architecture);
    span_split(&rest, '/', &variant);
    platform_release(ret);
    if (!architecture.len || rest.len || !set_os(ret, os))
        return error_set(err, ERROR_USAGE, "'%s' is no platform: os/arch[/variant], as linux/arm64",
                         quote_bytes(text.data, text.len).text);
    set_architecture(ret, architecture, variant);
    return true;
}

void platform_of_host(struct platform *ret)
{
    struct utsname host;

    platform_release(ret);
    ret->os = xstrdup("linux");
    set_architecture(ret, span_string(uname(&host) == 0 ? host.machine : "amd64"),
                     (struct span){0});
}

/* Attestations stand in an index as manifests for the platform unknown/unknown. */
bool index_entry_is_attestation(const json_t *entry)
{
    const json_t *annotations = json_object_get(entry, "annotations");

    return json_object_get(annotations, "vnd.docker.reference.type") != NULL ||
           strcmp(json_in_string_or(entry, "platform.architecture", ""), "unknown") == 0;
}

/* The generation that is meant when none is named (containerd's normalisation). */
static struct span usual_variant(const char *architecture)
{
    return strcmp(architecture, "arm") == 0     ? SPAN_LITERAL("v7")
           : strcmp(architecture, "arm64") == 0 ? SPAN_LITERAL("v8")
           : strcmp(architecture, "amd64") == 0 ? SPAN_LITERAL("v1")
                                                : (struct span){0};
}

/* How new a processor "v7" or "v8.1" needs, in tenths; -1 of a name that says nothing of that. */
static int generation(struct span variant)
{
    struct span major = span_head(variant, span_find_byte(variant, '.'));
    struct span minor = span_skip(variant, major.len + 1);
    uint64_t whole;
    uint64_t tenths = 0;

    if (!span_eat(&major, "v") || !span_to_uint64(major, &whole) || whole > 9 ||
        (minor.len && (!span_to_uint64(minor, &tenths) || tenths > 9)))
        return -1;
    return (int)(whole * 10 + tenths);
}

/* 0: it does not run there; the same variant is best, then the nearest older generation. */
static int rank_variant(const char *architecture, struct span variant, struct span wanted)
{
    struct span usual = usual_variant(architecture);
    struct span have = variant.len ? variant : usual;
    struct span want = wanted.len ? wanted : usual;
    int older = generation(have);

    if (span_equal(have, want))
        return 200;
    return older >= 0 && older <= generation(want) ? 2 + older : 0;
}

/* "10.0.20348" is also "10.0.20348.2700". */
static bool fits_version(struct span version, const char *wanted)
{
    return !wanted || (span_eat(&version, wanted) && (!version.len || version.data[0] == '.'));
}

/* One of two forms of the same image (containers/image, buildah --add-compression). */
static bool is_zstd(const json_t *entry)
{
    const json_t *annotations = json_object_get(entry, "annotations");

    const json_t *mark = json_object_get(annotations, "io.github.containers.compression.zstd");

    return span_equal_string(json_in_span(mark), "true");
}

/* How well an entry's platform fits: 0 not at all; more is better. */
static int rank_platform(const json_t *entry, const struct platform *wanted)
{
    const json_t *platform = json_object_get(entry, "platform");

    if (index_entry_is_attestation(entry))
        return 0;
    /* Of unknown platform, as in indexes of artifacts: better than none (containers/image does so). */
    if (!json_is_object(platform))
        return 1;
    if (strcmp(json_in_string_or(platform, "os", ""), wanted->os) != 0 ||
        strcmp(json_in_string_or(platform, "architecture", ""), wanted->architecture) != 0 ||
        !fits_version(json_in_span(json_object_get(platform, "os.version")), wanted->os_version))
        return 0;
    return rank_variant(wanted->architecture, json_in_span_or_empty(platform, "variant"),
                        span_string(wanted->variant));
}

static int rank(const json_t *entry, const struct platform *wanted)
{
    int fits = rank_platform(entry, wanted);

    return fits ? 2 * fits + is_zstd(entry) : 0;
}

/* "os[(version)]/arch[/variant]", as platform_parse() reads it. */
static void add_platform(struct strbuf *out, const char *os, const char *version,
                         const char *architecture, const char *variant)
{
    strbuf_addf(out, "%s%s%s%s/%s%s%s", os, version ? "(" : "", version ? version : "",
                version ? ")" : "", architecture, variant ? "/" : "", variant ? variant : "");
}

static bool complain(const json_t *manifests, const struct platform *wanted, struct error *err)
{
    STRBUF_AUTO(there, 600);
    STRBUF_AUTO(asked, 600);
    json_t *entry;
    size_t i;

    add_platform(&asked, wanted->os, wanted->os_version, wanted->architecture, wanted->variant);
    json_array_foreach (manifests, i, entry) {
        const json_t *platform = json_object_get(entry, "platform");

        if (index_entry_is_attestation(entry))
            continue;
        strbuf_add(&there, ", ", there.len ? 2 : 0);
        add_platform(&there, json_in_string_or(platform, "os", "?"),
                     json_string_value(json_object_get(platform, "os.version")),
                     json_in_string_or(platform, "architecture", "?"),
                     json_in_string_or(platform, "variant", NULL));
    }
    return error_set(err, ERROR_NO_INPUT, "no image for %s; there is %s (choose with --platform)",
                     asked.data, there.len ? there.data : "none");
}

bool index_manifests(const json_t *index, json_t **ret, struct error *err)
{
    if (!json_in_array(index, "manifests", ret, err))
        return false;
    if (json_object_get(index, "layers") || json_object_get(index, "config") ||
        json_object_get(index, "fsLayers"))
        return error_set(err, ERROR_MALFORMED, "it is a manifest and an index at once");
    return json_array_size(*ret) <= LIMIT_INDEX_MANIFESTS ||
           error_set(err, ERROR_MALFORMED, "the index has more than %d manifests",
                     LIMIT_INDEX_MANIFESTS);
}

bool index_choose(const json_t *index, const struct platform *wanted, struct descriptor *ret,
                  struct error *err)
{
    const json_t *best = NULL;
    json_t *manifests;
    json_t *entry;
    int best_rank = 0;
    size_t i;

    if (!index_manifests(index, &manifests, err))
        return false;
    json_array_foreach (manifests, i, entry) {
        int r = rank(entry, wanted);

        if (r > best_rank) {
            best = entry;
            best_rank = r;
        }
    }
    return best ? descriptor_parse(best, ret, err) : complain(manifests, wanted, err);
}

static bool differs(const char *is, const char *asked)
{
    return is && strcmp(is, asked) != 0;
}

bool image_check_platform(const struct image *image, const struct platform *asked,
                          struct error *err)
{
    const struct platform *is = &image->platform;

    if (!differs(is->os, asked->os) && !differs(is->architecture, asked->architecture))
        return true;
    return error_set(err, ERROR_NO_INPUT, "the image is for %s/%s, not for %s/%s",
                     is->os ? QUOTE(is->os) : "?", is->architecture ? QUOTE(is->architecture) : "?",
                     asked->os, asked->architecture);
}
