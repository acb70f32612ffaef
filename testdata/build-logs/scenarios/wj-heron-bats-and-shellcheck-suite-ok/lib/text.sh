#!/bin/sh
## pad NUMBER: with zeros, to four digits
pad() {
    printf '%04d\n' "$1"
}

## fail TEXT: an error message, status 1
fail() {
    printf 'error: %s\n' "$1" >&2
    return 1
}
