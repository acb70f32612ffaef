/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ELF files: Go's build information, Rust's crates, versions of symbols, and what is planned of them. */
#include "fuzz_cataloger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Of a part of the file no more is read than there is, and the rest may be asked for. */
static void parse_head(const struct cataloger *cataloger, size_t pattern, struct span bytes)
{
    struct file_parts parts;
    struct span head = span_head(bytes, bytes.len / 2);
    bool need_whole = false;
    struct wanted_file file = {.wanted = &cataloger->wanted[pattern],
                               .path = span_string("usr/lib/a.so"),
                               .bytes = head,
                               .size = bytes.len,
                               .need_whole = &need_whole};
    struct error why = {0};
    struct json_out facts;

    if (!cataloger->plan(span_head(bytes, 4096), bytes.len, &parts) || parts.whole)
        return;
    json_out_init_buffer(&facts, LIMIT_WANTED_FILE);
    if (cataloger->parse(&file, &facts, &why) && !json_out_finish(&facts, &why))
        abort();
    json_out_release(&facts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);

    fuzz_cataloger(&golang_cataloger, 0, "opt/program", bytes);
    fuzz_cataloger(&rust_cataloger, 0, "opt/program", bytes);
    fuzz_cataloger(&system_symbols_cataloger, 2, "usr/lib/a.so", bytes);
    fuzz_cataloger(&system_symbols_cataloger, 0, "etc/ld.so.conf", bytes);
    parse_head(&golang_cataloger, 0, bytes);
    parse_head(&rust_cataloger, 0, bytes);
    parse_head(&system_symbols_cataloger, 2, bytes);
    return 0;
}
