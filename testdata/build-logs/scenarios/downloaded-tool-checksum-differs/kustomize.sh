#!/bin/sh
echo v5.4.1
