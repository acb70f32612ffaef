#!/bin/sh
[ "$(echo one two three | ./words)" = 4 ]
