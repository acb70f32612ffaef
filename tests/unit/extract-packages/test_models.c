/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/gguf.h"
#include "elf_builder.h"
#include "json_in.h"

/* ---- GGUF ---- */

struct made {
    struct strbuf bytes;
    struct elf_kind order;
    size_t length_size;
    uint64_t keys;
};

static void begin(struct made *m, unsigned version, bool big)
{
    *m = (struct made){.order = {true, big}, .length_size = version == 1 ? 4 : 8};
    strbuf_init(&m->bytes, 16 * MIB);
    strbuf_add_string(&m->bytes, "GGUF");
    elf_add(&m->bytes, m->order, version, 4);
    elf_add(&m->bytes, m->order, 291, m->length_size);
    elf_add(&m->bytes, m->order, 0, m->length_size); /* end() writes it */
}

static void end(struct made *m)
{
    STRBUF_AUTO(count, 8);
    elf_add(&count, m->order, m->keys, m->length_size);
    memcpy(m->bytes.data + 8 + m->length_size, count.data, count.len);
}

static void add_text(struct made *m, const char *text)
{
    elf_add(&m->bytes, m->order, strlen(text), m->length_size);
    strbuf_add_string(&m->bytes, text);
}

static void add_key(struct made *m, const char *key, unsigned type)
{
    add_text(m, key);
    elf_add(&m->bytes, m->order, type, 4);
    m->keys++;
}

static void add_string(struct made *m, const char *key, const char *value)
{
    add_key(m, key, 8);
    add_text(m, value);
}

/* Values of every type, between what is looked for. */
static void add_all_types(struct made *m)
{
    static const size_t sizes[] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    for (unsigned type = 0; type < 13; type++) {
        if (!sizes[type])
            continue;
        add_key(m, "x.number", type);
        elf_add(&m->bytes, m->order, 1, sizes[type]);
        add_key(m, "x.array", 9);
        elf_add(&m->bytes, m->order, type, 4);
        elf_add(&m->bytes, m->order, 3, m->length_size);
        for (size_t i = 0; i < 3; i++)
            elf_add(&m->bytes, m->order, i, sizes[type]);
    }
    add_key(m, "tokenizer.ggml.tokens", 9);
    elf_add(&m->bytes, m->order, 8, 4);
    elf_add(&m->bytes, m->order, 2, m->length_size);
    add_text(m, "<s>");
    add_text(m, "general.version");
    add_key(m, "x.nested", 9);
    elf_add(&m->bytes, m->order, 9, 4);
    elf_add(&m->bytes, m->order, 1, m->length_size);
    elf_add(&m->bytes, m->order, 0, 4);
    elf_add(&m->bytes, m->order, 2, m->length_size);
    strbuf_add(&m->bytes, "ab", 2);
}

static void make_whole(struct made *m, unsigned version, bool big)
{
    begin(m, version, big);
    add_string(m, "general.architecture", "llama");
    add_string(m, "general.name", "Tiny Llama");
    add_all_types(m);
    add_string(m, "general.version", " v1.0 ");
    add_string(m, "general.license", "apache-2.0");
    add_key(m, "general.file_type", 4);
    elf_add(&m->bytes, m->order, 15, 4);
    end(m);
}

static void reads_every_version_in_either_order(void **state)
{
    static const struct {
        unsigned version;
        bool big;
    } cases[] = {{1, false}, {2, false}, {3, false}, {3, true}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct findings f;
        struct made m;

        make_whole(&m, cases[i].version, cases[i].big);
        struct sample samples[] = {{"models/x.gguf", 1, m.bytes.data, m.bytes.len}};
        CATALOG(&f, &models_cataloger, samples);
        findings_finish(&f);
        assert_json(f.warnings, "[]");
        assert_json(f.packages,
                    "[{'arch':null,'depends':[],'installer':null,'layer':1,"
                    "'licenses':['apache-2.0'],'location':'/models/x.gguf','name':'Tiny Llama',"
                    "'origin':{'architecture':'llama','format':'gguf','quantization':'Q4_K_M'},"
                    "'owner':null,'provides':[],'purl':'pkg:generic/Tiny%20Llama@v1.0',"
                    "'replaces':[],'requested':null,'source_package':null,'type':'generic',"
                    "'version':'v1.0'}]");
        findings_release(&f);
        strbuf_release(&m.bytes);
    }
}

static void survives_being_cut(void **state)
{
    struct made m;

    make_whole(&m, 3, false);
    for (size_t length = 4; length < m.bytes.len; length++) {
        struct span bytes = span_head(strbuf_span(&m.bytes), length);
        struct error err = {0};
        struct gguf gguf;

        assert_false(gguf_read(bytes, true, &gguf, &err));
        assert_string_equal(err.message, "GGUF's header is cut");
        err = (struct error){0};
        assert_true(gguf_read(bytes, false, &gguf, &err));
    }
    strbuf_release(&m.bytes);
}

static void expect_fault(struct made *m, const char *message)
{
    struct error err = {0};
    struct gguf gguf;

    end(m);
    assert_false(gguf_read(strbuf_span(&m->bytes), true, &gguf, &err));
    assert_string_equal(err.message, message);
    strbuf_release(&m->bytes);
}

static void believes_no_count(void **state)
{
    struct made m;

    begin(&m, 3, false);
    m.keys = UINT64_MAX;
    expect_fault(&m, "GGUF's header is cut");
    begin(&m, 4, false);
    expect_fault(&m, "version 4 of GGUF, which is not known");
    begin(&m, 0, false);
    expect_fault(&m, "version 0 of GGUF, which is not known");
    begin(&m, 3, false);
    add_key(&m, "x", 13);
    expect_fault(&m, "a value of a type that GGUF does not have");
    for (unsigned type = 0; type < 13; type++) {
        begin(&m, 3, false);
        add_key(&m, "x", 9);
        elf_add(&m.bytes, m.order, type, 4);
        elf_add(&m.bytes, m.order, UINT64_MAX / 4 + 2, 8);
        strbuf_add(&m.bytes, "12345678", 8);
        expect_fault(&m, "GGUF's header is cut");
    }
    begin(&m, 3, false);
    add_key(&m, "x", 9);
    for (size_t depth = 0; depth < 100; depth++) {
        elf_add(&m.bytes, m.order, 9, 4);
        elf_add(&m.bytes, m.order, 1, 8);
    }
    expect_fault(&m, "a value of a type that GGUF does not have");
}

static void takes_the_name_of_the_file(void **state)
{
    static const char *const cases[][2] = {
        {"models/x.y.gguf", "x.y"}, {"x-00001-of-00003.gguf", "x"}, {"x-1-of-y.gguf", "x-1-of-y"},
        {"-of-3.gguf", "-of-3"},    {"of-3.gguf", "of-3"},          {"3.gguf", "3"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct findings f;
        struct made m;

        begin(&m, 3, false);
        add_string(&m, "general.architecture", "bert");
        add_string(&m, "general.version", "2");
        end(&m);
        struct sample samples[] = {{cases[i][0], 0, m.bytes.data, m.bytes.len}};
        CATALOG(&f, &models_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 1);
        assert_string_equal(json_in_string_or(json_array_get(f.packages, 0), "name", ""),
                            cases[i][1]);
        findings_release(&f);
        strbuf_release(&m.bytes);
    }
}

static void tells_of_models_without_a_version(void **state)
{
    struct findings f;
    struct made m;
    struct made part;

    begin(&m, 3, false);
    add_string(&m, "general.architecture", "bert");
    add_string(&m, "general.name", "Tiny");
    end(&m);
    begin(&part, 3, false);
    add_key(&part, "split.no", 2);
    elf_add(&part.bytes, part.order, 1, 2);
    end(&part);
    struct sample samples[] = {
        {"m/a-00001-of-00002.gguf", 0, m.bytes.data, m.bytes.len},
        {"m/a-00002-of-00002.gguf", 0, part.bytes.data, part.bytes.len},
        {"root/.ollama/models/blobs/sha256-12", 0, m.bytes.data, m.bytes.len},
        {"root/.ollama/models/blobs/sha256-34", 0, "{\"a template\": 1}", 0},
    };
    CATALOG(&f, &models_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 0);
    assert_int_equal(json_array_size(f.warnings), 1);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, "no-version /m/a-00001-of-00002.gguf: "
                              "2 models without a version, the first is 'Tiny'");
    findings_release(&f);
    strbuf_release(&m.bytes);
    strbuf_release(&part.bytes);
}

/* ---- safetensors ---- */

static void expect_safetensors(uint64_t length, const char *json, const char *expected)
{
    struct findings f;

    STRBUF_AUTO(file, MIB);
    elf_add(&file, (struct elf_kind){true, false}, length ? length : strlen(json), 8);
    strbuf_add_string(&file, json);
    struct sample samples[] = {{"m/model-00002-of-00003.safetensors", 0, file.data, file.len}};
    CATALOG(&f, &models_cataloger, samples);
    if (json_array_size(f.packages)) {
        const json_t *package = json_array_get(f.packages, 0);
        CLEANUP(cleanup_json) json_t *seen = json_new_object();
        static const char *const keys[] = {"name", "version", "licenses", "origin"};

        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            json_put_take(seen, keys[i], json_incref(json_object_get(package, keys[i])));
        assert_json(seen, expected);
    } else {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);

        assert_string_equal(strchr(text, ':') + 2, expected);
    }
    findings_release(&f);
}

static void reads_the_header_of_safetensors(void **state)
{
    expect_safetensors(
        0,
        "{\"__metadata__\":{\"format\":\"pt\",\"modelspec.title\":\"A Style\","
        "\"modelspec.version\":\"1.2\",\"modelspec.license\":\"CC0-1.0\","
        "\"modelspec.architecture\":\"sdxl/lora\"},"
        "\"a\":{\"dtype\":\"BF16\",\"shape\":[2,2],\"data_offsets\":[0,8]},"
        "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}   ",
        "{'licenses':['CC0-1.0'],'name':'A Style','origin':{'architecture':'sdxl/lora',"
        "'format':'safetensors','quantization':'BF16'},'version':'1.2'}");
    expect_safetensors(0, "{\"a\":{\"shape\":[]},\"__metadata__\":{\"version\":\"3\"}}",
                       "{'licenses':[],'name':'model','origin':{'format':'safetensors'},"
                       "'version':'3'}");
    expect_safetensors(0, "{}", "1 model without a version, the first is 'model'");
    expect_safetensors(0, "{\"__metadata__\":{\"version\":3,\"name\":[]}}",
                       "1 model without a version, the first is 'model'");
    expect_safetensors(0, "[]", "no header of safetensors");
    expect_safetensors(0, "{\"a\":1", "the header of safetensors is no JSON object");
    expect_safetensors(3, "{}", "no header of safetensors");
    expect_safetensors(UINT64_MAX, "{}", "no header of safetensors");
    struct sample samples[] = {{"a.safetensors", 0, "1234567", 0}};
    struct findings f;
    CATALOG(&f, &models_cataloger, samples);
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_version_in_either_order),
        cmocka_unit_test(survives_being_cut),
        cmocka_unit_test(believes_no_count),
        cmocka_unit_test(takes_the_name_of_the_file),
        cmocka_unit_test(tells_of_models_without_a_version),
        cmocka_unit_test(reads_the_header_of_safetensors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
