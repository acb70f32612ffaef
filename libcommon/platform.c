/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Platforms, and the choice among an index's manifests (image.h). */
#include <string.h>
#include <sys/utsname.h>

#include "image.h"
#include "json_in.h"
#include "xalloc.h"

/* The names that kernels and people use, and Go's, which images use. */
static const char *const aliases[][2] = {
    {"x86_64", "amd64"}, {"aarch64", "arm64"}, {"i386", "386"},        {"i686", "386"},
    {"armhf", "arm"},    {"armv7l", "arm"},    {"armv6l", "arm"},      {"mips64el", "mips64le"},
    {"x86-64", "amd64"}, {"armel", "arm"},     {"ppc64el", "ppc64le"},
};

static char *architecture_of(struct span name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (span_equal_string(name, aliases[i][0]))
            return xstrdup(aliases[i][1]);
    return xmemdup0(name.data, name.len);
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
    if (!os.len || !architecture.len || rest.len)
        return error_set(err, ERROR_USAGE, "'%s' is no platform: os/arch[/variant], as linux/arm64",
                         quote_bytes(text.data, text.len).text);
    platform_release(ret);
    ret->os = xmemdup0(os.data, os.len);
    ret->architecture = architecture_of(architecture);
    ret->variant = variant.len ? xmemdup0(variant.data, variant.len) : NULL;
    return true;
}

void platform_of_host(struct platform *ret)
{
    struct utsname host;

    platform_release(ret);
    ret->os = xstrdup("linux");
    ret->architecture = architecture_of(span_string(uname(&host) == 0 ? host.machine : "amd64"));
}

/* Attestations stand in an index as manifests for the platform unknown/unknown. */
static bool is_attestation(const json_t *entry)
{
    const json_t *annotations = json_object_get(entry, "annotations");

    return json_object_get(annotations, "vnd.docker.reference.type") != NULL ||
           strcmp(json_in_string_or(entry, "platform.architecture", ""), "unknown") == 0;
}

/* The generation of an arm variant: "v7" is 7; none means v7 for arm, v8 for arm64 (containerd's rule). */
static int generation(const char *architecture, struct span variant)
{
    if (!variant.len)
        return strcmp(architecture, "arm") == 0 ? 7 : strcmp(architecture, "arm64") == 0 ? 8 : 0;
    if (variant.len == 2 && variant.data[0] == 'v' && variant.data[1] >= '1' &&
        variant.data[1] <= '9')
        return variant.data[1] - '0';
    return -1;
}

/* How well an entry fits: 0 not at all; more is better. */
static int rank(const json_t *entry, const struct platform *wanted)
{
    struct span variant = json_in_span_or_empty(entry, "platform.variant");
    int have;
    int want;

    /* Of unknown platform, as in indexes of artifacts: better than none (containers/image does so). */
    if (!json_is_object(json_object_get(entry, "platform")))
        return is_attestation(entry) ? 0 : 1;
    if (is_attestation(entry) ||
        strcmp(json_in_string_or(entry, "platform.os", ""), wanted->os) != 0 ||
        strcmp(json_in_string_or(entry, "platform.architecture", ""), wanted->architecture) != 0)
        return 0;
    if (span_equal(variant, span_string(wanted->variant)))
        return 100;
    have = generation(wanted->architecture, variant);
    want = generation(wanted->architecture, span_string(wanted->variant));
    /* An older generation of the same processor runs too, the nearest best. */
    return have >= 0 && have <= want ? 50 + have : 0;
}

static bool complain(const json_t *manifests, const struct platform *wanted, struct error *err)
{
    STRBUF_AUTO(there, 600);
    json_t *entry;
    size_t i;

    json_array_foreach (manifests, i, entry) {
        const char *variant = json_in_string_or(entry, "platform.variant", NULL);

        if (!is_attestation(entry))
            strbuf_addf(&there, "%s%s/%s%s%s", there.len ? ", " : "",
                        json_in_string_or(entry, "platform.os", "?"),
                        json_in_string_or(entry, "platform.architecture", "?"), variant ? "/" : "",
                        variant ? variant : "");
    }
    return error_set(err, ERROR_NO_INPUT,
                     "no image for %s/%s%s%s; there is %s (choose with --platform)", wanted->os,
                     wanted->architecture, wanted->variant ? "/" : "",
                     wanted->variant ? wanted->variant : "", there.len ? there.data : "none");
}

bool index_choose(const json_t *index, const struct platform *wanted, struct descriptor *ret,
                  struct error *err)
{
    const json_t *best = NULL;
    json_t *manifests;
    json_t *entry;
    int best_rank = 0;
    size_t i;

    if (!json_in_array(index, "manifests", &manifests, err))
        return false;
    if (json_array_size(manifests) > LIMIT_INDEX_MANIFESTS)
        return error_set(err, ERROR_MALFORMED, "the index has more than %d manifests",
                         LIMIT_INDEX_MANIFESTS);
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
