#!/bin/bash
test -s app/index.txt
