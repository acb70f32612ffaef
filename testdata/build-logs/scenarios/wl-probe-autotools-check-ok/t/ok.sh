#!/bin/sh
./probe | grep -q failures
