#!/bin/sh
[ "$(./words < /dev/null)" = 0 ]
