#!/bin/sh
[ "$(printf 'one\302\240two\n' | ./words)" = 2 ]
