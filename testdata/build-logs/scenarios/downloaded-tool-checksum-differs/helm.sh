#!/bin/sh
echo v3.15.0
