#!/bin/sh
./term | grep -q terminal
