#!/bin/sh
## lines FILE: their number
lines() {
    wc -l < "$1"
}
