/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"

#define NVCC "\0Cuda compilation tools, release 12.2, V12.2.140\nBuild cuda_12.2\0"
#define BYTES(text) (text), sizeof(text)

static void expect(const struct sample *samples, size_t count, const char *versions,
                   const char *warning)
{
    struct findings f;

    catalog(&f, &cuda_cataloger, samples, count);
    assert_json(f.cuda_version, versions);
    assert_int_equal(json_array_size(f.warnings), warning ? 1 : 0);
    if (warning) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        assert_string_equal(text, warning);
    }
    findings_release(&f);
}
#define EXPECT(samples, versions, warning) \
    expect(samples, sizeof(samples) / sizeof *(samples), versions, warning)

static void reads_each_kind_of_file(void **state)
{
    struct sample nvcc[] = {{"usr/local/cuda/bin/nvcc", 0, BYTES(NVCC)}};
    struct sample text[] = {{"usr/local/cuda/version.txt", 0, "CUDA Version 10.1.243\n", 0}};
    struct sample json[] = {{"usr/local/cuda-12.2/version.json", 0,
                             "{\"cuda\": {\"name\": \"CUDA SDK\", \"version\": \"12.2.2\"}}", 0}};
    struct sample both[] = {{"opt/cuda/bin/nvcc", 0, BYTES(NVCC)},
                            {"usr/local/cuda/version.json", 0,
                             "{\"cuda\": {\"version\": \"12.2.2\"}, \"cuda_nvcc\": "
                             "{\"version\": \"12.2.140\"}}",
                             0}};

    EXPECT(nvcc, "{'nvcc_version':'12.2.140'}", NULL);
    EXPECT(text, "{'/usr/local/cuda/version.txt':'10.1.243'}", NULL);
    EXPECT(json, "{'/usr/local/cuda/version.txt':'12.2.2'}", NULL);
    EXPECT(both, "{'/usr/local/cuda/version.txt':'12.2.140','nvcc_version':'12.2.140'}", NULL);
}

static void two_that_differ_are_a_warning(void **state)
{
    struct sample samples[] = {{"usr/local/cuda/bin/nvcc", 0, BYTES(NVCC)},
                               {"usr/local/cuda/version.txt", 0, "CUDA Version 10.1.243\n", 0}};

    EXPECT(samples, "{'nvcc_version':'12.2.140'}",
           "two-versions /usr/local/cuda/version.txt: says CUDA 10.1.243, nvcc says 12.2.140, "
           "which is listed");
}

static void prefers_what_the_link_names(void **state)
{
    struct sample samples[] = {{"usr/local/cuda-9.0/version.txt", 0, "CUDA Version 9.0.1\n", 0},
                               {"usr/local/cuda-11.0/version.txt", 0, "CUDA Version 11.0.1\n", 0},
                               {"usr/local/cuda/version.txt", 0, "CUDA Version 10.1.243\n", 0}};

    EXPECT(samples, "{'/usr/local/cuda/version.txt':'10.1.243'}", NULL);
}

static void says_nothing_of_others(void **state)
{
    struct sample samples[] = {
        {"usr/local/cuda/bin/nvcc", 0, BYTES("Cuda compilation tools, release %s, V%s\0")},
        {"opt/bin/nvcc", 0, "Cuda compilation tools, release 12", 0},
        {"usr/local/cuda/version.txt", 0, "", 0},
        {"usr/local/cuda/version.json", 0, "{\"cuda\": [1]}", 0},
    };
    struct sample damaged[] = {{"usr/local/cuda/version.json", 0, "{", 0}};
    struct findings f;

    EXPECT(samples, "{}", NULL);
    CATALOG(&f, &cuda_cataloger, damaged);
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_kind_of_file),
        cmocka_unit_test(two_that_differ_are_a_warning),
        cmocka_unit_test(prefers_what_the_link_names),
        cmocka_unit_test(says_nothing_of_others),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
