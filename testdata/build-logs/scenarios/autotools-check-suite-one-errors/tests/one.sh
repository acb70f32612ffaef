#!/bin/sh
[ "$(echo one | ./words)" = 1 ]
