#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images of Windows: layers whose root file system lies below Files/.

load ../lib/helpers

# layer OUT WORD...: a tar as hcsshim and BuildKit write it, with their pax records: NAME=CONTENT is
# a file, NAME/ a folder, NAME=>TARGET a hard link.
layer() {
    /usr/bin/python3 - "$@" <<'END'
import io, sys, tarfile
with tarfile.open(sys.argv[1], "w", format=tarfile.PAX_FORMAT) as tar:
    for word in sys.argv[2:]:
        name, is_file, content = word.partition("=")
        info = tarfile.TarInfo(name.rstrip("/"))
        info.pax_headers = {"MSWINDOWS.fileattr": "32" if is_file else "16", "LIBARCHIVE.creationtime": "1"}
        if not is_file:
            info.type = tarfile.DIRTYPE
        elif content.startswith(">"):
            info.type, info.linkname = tarfile.LNKTYPE, content[1:]
        else:
            info.size = len(content)
        tar.addfile(info, io.BytesIO(content.encode()) if info.size else None)
END
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
    site='Files/Program Files/Python312/Lib/site-packages'
    app=Files/inetpub/app
    hidden=UtilityVM/Files/site-packages/hidden-1.0.dist-info
    layer base.tar Files/ Hives/ Hives/Software_Delta=regf UtilityVM/ UtilityVM/Files/ \
        "$hidden/METADATA=$(metadata hidden)" \
        "$site/demo-1.0.dist-info/METADATA=$(metadata demo)" "$site/demo-1.0.dist-info/RECORD=demo.py,," \
        "$site/gone-1.0.dist-info/METADATA=$(metadata gone)" \
        "$site/demo.py=print(1)" \
        "Files/app/node_modules/left/package.json={\"name\": \"left\", \"version\": \"2.0.0\"}" \
        "$app/app.deps.json=$(deps)"
    layer top.tar Hives/ Files/ "$site/.wh.gone-1.0.dist-info=" \
        'Files/copy/node_modules/right/package.json={"name": "right", "version": "3.0.0"}' \
        'Files/link/node_modules/right/package.json=>Files/copy/node_modules/right/package.json' \
        'Files/copy/node_modules/hive/package.json=>Hives/package.json'
    windows='{"os": "windows", "os.version": "10.0.20348.2529"}'
    "$ROOT/tests/lib/make-image" -c "$windows" image windows base.tar top.tar >/dev/null
    "$ROOT/tests/lib/make-image" image linux base.tar top.tar >/dev/null
}

metadata() {
    printf 'Metadata-Version: 2.1\nName: %s\nVersion: 1.0' "$1"
}

deps() {
    echo '{"runtimeTarget": {"name": ".NETCoreApp,Version=v8.0"},
        "targets": {".NETCoreApp,Version=v8.0": {"Serilog/3.1.1": {"runtime": {"lib/Serilog.dll": {}}}}},
        "libraries": {"Serilog/3.1.1": {"type": "package", "serviceable": true, "sha512": "x"}}}'
}

extract() {
    run_split extract-packages --format json "$@"
    [ "$status" != 0 ] || validate stdout
}

rows() {
    jq -r '.result.packages[] | .type + " " + .name + " " + .version + " " + .location' stdout
}

@test "what lies below Files/ is the container's root; the rest is told, not read" {
    extract --platform windows/amd64 oci:image:windows
    expect 0
    diff <(rows) - <<'END'
npm left 2.0.0 /app/node_modules/left/package.json
npm right 3.0.0 /copy/node_modules/right/package.json
npm right 3.0.0 /link/node_modules/right/package.json
nuget Serilog 3.1.1 /inetpub/app/app.deps.json
pypi demo 1.0 /Program Files/Python312/Lib/site-packages/demo-1.0.dist-info
END
    [ "$(jq -r '.result."python-files"[].filepath' stdout)" = "/Program Files/Python312/Lib/site-packages/demo.py" ]
    [ "$(jq -c '.result."operating-system"' stdout)" = '{"id":"windows","version_id":"10.0.20348.2529"}' ]
    [ "$(jq -r '[.result.warnings[].code] | join(" ")' stdout)" = windows ]
    extract --strict oci:image:windows
    expect 76 "not all was read \(--strict\): 1 warning tells of it, the first: windows"
}

@test "Files/ of another system is a folder like any other" {
    extract oci:image:linux
    expect 0
    rows | grep -q '^pypi demo 1.0 /Files/Program Files/Python312/'
    rows | grep -q '^pypi hidden 1.0 /UtilityVM/Files/'
    [ "$(jq -r '.result."operating-system".id' stdout)" = linux ]
    [ "$(jq -r '[.result.warnings[].code] | join(" ")' stdout)" = "" ]
}

@test "a layer that both have is cached once in each form" {
    for tag in windows linux windows linux; do
        extract "oci:image:$tag"
        cp stdout plain
        extract --layer-cache cache "oci:image:$tag"
        cmp plain stdout
        ls cache >entries
    done
    # Two layers in two forms, and what a second look at links found in each.
    [ "$(wc -l <entries)" -ge 4 ]
    rm -r image/blobs/sha256/"$(sha256sum <base.tar | cut -d ' ' -f 1)"
    for tag in windows linux; do
        run_split extract-packages --verbose --layer-cache cache -o out.json "oci:image:$tag"
        expect 0 "read 2 layers, 0 times in all"
    done
}
