# SPDX-License-Identifier: GPL-3.0-or-later
# For compare-peers: "TYPE NAME VERSION PURL LOCATION" of each package of a document of extract-packages,
# syft or trivy (CycloneDX): type, name and version as its purl has them, so that all are spelt alike,
# else as the tool has them; "-" where there is nothing.

def hex: explode | map(if . > 96 then . - 87 elif . > 64 then . - 55 else . - 48 end) | .[0] * 16 + .[1];

def decode: [match("%(..)|([^%])"; "g").captures |
    if .[0].string then .[0].string | hex else .[1].string | explode[0] end] | implode;

def epoch: (capture("[?&]epoch=(?<e>[0-9]+)") | .e + ":") // "";

# Names are spelt as our rows have them.
def plain_name: if .type | IN("deb", "apk", "rpm") then .name |= sub(".*/"; "")
    elif .type == "maven" then .name |= sub("/(?<a>[^/]*)$"; ":" + .a)
    elif .type == "pypi" then .name |= (ascii_downcase | gsub("[-_.]+"; "-")) else . end;

def of_purl: . as $purl | sub("^pkg:"; "") | sub("[?#].*"; "") |
    capture("^(?<type>[^/]+)/(?<name>.*?)(@(?<version>[^@/]*))?$") |
    .version = (($purl | epoch) + (.version // "" | decode)) | .name |= decode | plain_name;

# {type, name, version, purl, location}
def packages:
    if .result then .result.packages[]
    elif .artifacts then .artifacts[] | {type, name, version, purl, location: .locations[0].path}
    else .components[] | select(.purl or .type == "library") |
        (.properties // [] | map({key: (.name | ltrimstr("aquasecurity:trivy:")), value}) | from_entries) as $told |
        {type: $told.PkgType, name, version, purl, location: $told.FilePath}
    end;

def word: if . == null or . == "" then "-" else gsub("\\s"; "_") end;

packages | . as $row | (if (.purl // "") != "" then .purl | of_purl else . end) |
    "\(.type | word) \(.name | word) \(.version | word) \($row.purl | word) \($row.location | word)"
