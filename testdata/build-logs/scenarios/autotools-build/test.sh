#!/bin/sh
./probe | grep -q error
