#!/bin/sh
test "$(echo 0xff g | ./hexcount)" = 2
