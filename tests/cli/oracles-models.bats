#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Models that llama.cpp's and Hugging Face's own libraries wrote are listed as they were meant.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

@test "models: what the libraries' writers wrote" {
    python3 -c 'import gguf, safetensors.numpy' 2>/dev/null ||
        skip 'needs gguf and safetensors (pip install --target DIR gguf safetensors, PYTHONPATH=DIR)'
    cd "$BATS_TEST_TMPDIR"
    mkdir -p layer/models
    python3 - <<'PYTHON'
import gguf, json, numpy, safetensors.numpy

expected = []
weights = numpy.zeros((32, 32), dtype=numpy.float32)
for order in gguf.GGUFEndian:
    for kind in gguf.LlamaFileType:
        if "GUESSED" in kind.name:
            continue
        name = f"{order.name}-{kind.name}"
        writer = gguf.GGUFWriter(f"layer/models/{name}.gguf", "llama", endianess=order)
        writer.add_name(f"Model {name}")
        writer.add_version("v1.2")
        writer.add_license("apache-2.0")
        writer.add_tags(["a", "general.version", "c"])
        writer.add_token_list([f"word-{i}" for i in range(1000)])
        writer.add_token_scores([0.5] * 1000)
        writer.add_file_type(kind)
        writer.add_tensor("weights", weights)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        # "MOSTLY_Q4_K_M", "ALL_F32"
        expected.append([f"Model {name}", "v1.2", "apache-2.0", "llama", kind.name.split("_", 1)[1]])
for kind in ("F16", "F32", "F64", "I8"):
    dtype = {"F16": "float16", "F32": "float32", "F64": "float64", "I8": "int8"}[kind]
    metadata = {"modelspec.title": f"Tensors {kind}", "modelspec.version": "7", "modelspec.license": "MIT",
                "modelspec.architecture": "x"}
    safetensors.numpy.save_file({"w": weights.astype(dtype)}, f"layer/models/{kind}.safetensors", metadata)
    expected.append([f"Tensors {kind}", "7", "MIT", "x", kind])
for row in sorted(expected):
    print(json.dumps(row, separators=(",", ":")), file=open("expected", "a"))
PYTHON
    [ "$(wc -l <expected)" -gt 60 ]
    "$ROOT/tests/lib/make-image" image latest layer >/dev/null
    extract-packages oci:image >document
    validate document
    jq -c '.result.packages[] | [.name, .version, .licenses[0], .origin.architecture, .origin.quantization]' document |
        sort >actual
    sort expected | diff - actual
}
