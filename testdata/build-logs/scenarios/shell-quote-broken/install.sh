#!/bin/bash
echo "Installing the fonts
for font in serif sans; do
    echo "font $font"
done
