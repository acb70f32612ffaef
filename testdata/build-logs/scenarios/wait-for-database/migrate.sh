#!/bin/sh
echo "migrated"
