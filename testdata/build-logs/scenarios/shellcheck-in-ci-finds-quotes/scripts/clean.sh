#!/bin/bash
rm -rf $BUILD_DIR/*
cd $1
for file in $(ls *.tmp); do
    rm $file
done
