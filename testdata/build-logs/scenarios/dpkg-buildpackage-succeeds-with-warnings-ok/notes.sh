#!/bin/sh
cat >> "$HOME/notes.txt"
