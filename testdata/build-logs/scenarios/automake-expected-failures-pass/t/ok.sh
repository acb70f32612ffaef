#!/bin/sh
./errlib
