/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "elf_builder.h"
#include "json_in.h"

#define RELEASE "6.1.0-9-amd64"
#define BUILD RELEASE " (k@kernel.example) #1 SMP PREEMPT_DYNAMIC Debian 6.1.27-1"

/* ---- kernels ---- */

#define IMAGE 4096

/* A bzImage whose version is at that place (the field's value, 0x200 less). */
static void make_bzimage(char image[static IMAGE], size_t at, const char *build)
{
    memset(image, 0, IMAGE);
    memcpy(image + 0x1fe, "\x55\xaa", 2);
    memcpy(image + 0x202, "HdrS\x0f\x02", 6);
    image[0x20e] = (char)(at & 0xff);
    image[0x20f] = (char)(at >> 8);
    if (0x200 + at + strlen(build) < IMAGE)
        memcpy(image + 0x200 + at, build, strlen(build) + 1);
}

static void expect_kernel(const char *path, const char *image, size_t size, const char *version)
{
    struct sample samples[] = {{path, 0, image, size}};
    struct findings f;

    CATALOG(&f, &kernel_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), version != NULL);
    if (version)
        assert_string_equal(json_in_string_or(package_named(&f, "linux-kernel"), "version", ""),
                            version);
    findings_release(&f);
}

static void reads_the_header_of_a_bzimage(void **state)
{
    char image[IMAGE];
    struct sample samples[] = {{"boot/vmlinuz-" RELEASE, 2, image, IMAGE},
                               {"usr/lib/modules/" RELEASE "/vmlinuz", 2, image, IMAGE}};
    struct findings f;

    make_bzimage(image, 0x300, BUILD);
    CATALOG(&f, &kernel_cataloger, samples);
    findings_finish(&f);
    assert_json(f.packages,
                "[{'arch':null,'depends':[],'installer':null,'layer':2,'licenses':[],"
                "'location':'/boot/vmlinuz-" RELEASE "','name':'linux-kernel',"
                "'origin':{'build':'" BUILD "'},'owner':null,'provides':[],"
                "'purl':'pkg:generic/linux-kernel@" RELEASE "','replaces':[],'requested':null,"
                "'source_package':null,'type':'generic','version':'" RELEASE "'}]");
    findings_release(&f);
}

static void believes_no_header(void **state)
{
    char image[IMAGE];

    make_bzimage(image, 0x300, BUILD);
    expect_kernel("vmlinuz", image, IMAGE, RELEASE);
    expect_kernel("srv/bzImage", image, IMAGE, RELEASE);
    expect_kernel("boot/vmlinux", image, IMAGE, NULL);
    /* Cut before the text, and in it, where what is left is a release too. */
    for (size_t size = 1; size <= 0x500; size++)
        expect_kernel("boot/kernel-x", image, size, NULL);
    expect_kernel("boot/kernel-x", image, 0x505, "6.1.0");
    expect_kernel("boot/kernel-x", image, 0x500 + sizeof BUILD, RELEASE);
    make_bzimage(image, 0xffff, "");
    expect_kernel("boot/vmlinuz", image, IMAGE, NULL);
    make_bzimage(image, 0, BUILD);
    expect_kernel("boot/vmlinuz", image, IMAGE, NULL);
    make_bzimage(image, 0x300, "no release");
    expect_kernel("boot/vmlinuz", image, IMAGE, NULL);
    make_bzimage(image, 0x300, BUILD);
    image[0x1ff] = 0;
    expect_kernel("boot/vmlinuz", image, IMAGE, NULL);
}

static void takes_the_name_where_the_bytes_are_compressed(void **state)
{
    char arm[64] = {0};
    char efi[64] = "MZ\0\0zimg";

    memcpy(arm + 0x38, "ARM\x64", 4);
    expect_kernel("boot/vmlinuz-6.6.8-arm64", arm, sizeof arm, "6.6.8-arm64");
    expect_kernel("lib/modules/6.6.8/vmlinuz", efi, sizeof efi, "6.6.8");
    expect_kernel("boot/vmlinuz", arm, sizeof arm, NULL);
    expect_kernel("boot/vmlinuz-old", arm, sizeof arm, NULL);
    expect_kernel("boot/vmlinuz-6.6.8", "MZ and nothing", 0, NULL);
}

/* ---- modules ---- */

#define FOLDER "lib/modules/" RELEASE "/"

static void add_module(struct strbuf *out, struct span modinfo)
{
    const struct made_elf made = {
        .kind = {true, false},
        .type = 1,
        .section_count = 1,
        .sections = {{".modinfo", 1, modinfo, 0}},
    };

    elf_make(&made, out);
}

static void expect_module(const char *path, struct span modinfo, const char *expected)
{
    STRBUF_AUTO(file, MIB);
    struct findings f;

    add_module(&file, modinfo);
    struct sample samples[] = {{path, 0, file.data, file.len}};
    CATALOG(&f, &kernel_modules_cataloger, samples);
    if (json_array_size(f.packages)) {
        const json_t *package = json_array_get(f.packages, 0);
        CLEANUP(cleanup_json) json_t *seen = json_new_object();
        static const char *const keys[] = {"name", "version", "licenses", "depends", "origin"};

        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            json_put_take(seen, keys[i], json_incref(json_object_get(package, keys[i])));
        assert_json(seen, expected);
    } else if (json_array_size(f.warnings)) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        assert_string_equal(text, expected);
    } else {
        assert_string_equal("nothing", expected);
    }
    findings_release(&f);
}

#define MAGIC "vermagic=" RELEASE " SMP preempt mod_unload modversions \0"

static void reads_modinfo(void **state)
{
    expect_module(FOLDER "kernel/net/x-y.ko",
                  SPAN_LITERAL("version=1.4.5a\0license=Dual BSD/GPL\0srcversion=F1F8\0"
                               "depends=spl,znvpair\0retpoline=Y\0name=zzstd\0" MAGIC),
                  "{'depends':['spl','znvpair'],'licenses':['Dual BSD/GPL'],'name':'zzstd',"
                  "'origin':{'kernel':'" RELEASE "','srcversion':'F1F8'},'version':'1.4.5a'}");
    /* A part of the kernel: no version of its own. */
    expect_module(FOLDER "kernel/sound/snd-hda-intel.ko",
                  SPAN_LITERAL("license=GPL\0depends=\0intree=Y\0" MAGIC),
                  "{'depends':[],'licenses':['GPL'],'name':'snd_hda_intel',"
                  "'origin':{'kernel':'" RELEASE "'},'version':'" RELEASE "'}");
    /* Keys that begin with one that is looked for; the last string without its end. */
    expect_module(FOLDER "a.ko", SPAN_LITERAL("versions=9\0srcversion=8\0version=7"),
                  "{'depends':[],'licenses':[],'name':'a',"
                  "'origin':{'kernel':'" RELEASE "','srcversion':'8'},'version':'7'}");
    expect_module(FOLDER "a.ko", span_of(NULL, 0), "nothing");
    expect_module("srv/a.ko", SPAN_LITERAL(MAGIC), "nothing");
    expect_module("lib/modules//a.ko", SPAN_LITERAL("license=GPL\0"),
                  "no-version /lib/modules//a.ko: 1 module of the kernel without a version");
}

static void names_what_is_compressed(void **state)
{
    struct sample samples[] = {{"usr/" FOLDER "kernel/fs/ext4/ext4.ko.xz", 0, "x", 0},
                               {"usr/" FOLDER "extra/e-x.ko.zst", 0, "x", 0},
                               {"usr/" FOLDER "z.ko.gz", 0, "x", 0},
                               {"srv/w.ko.gz", 0, "x", 0}};
    struct findings f;

    CATALOG(&f, &kernel_modules_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_json(json_object_get(package_named(&f, "ext4"), "version"), "'" RELEASE "'");
    package_named(&f, "e_x");
    package_named(&f, "z");
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_header_of_a_bzimage),
        cmocka_unit_test(believes_no_header),
        cmocka_unit_test(takes_the_name_where_the_bytes_are_compressed),
        cmocka_unit_test(reads_modinfo),
        cmocka_unit_test(names_what_is_compressed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
