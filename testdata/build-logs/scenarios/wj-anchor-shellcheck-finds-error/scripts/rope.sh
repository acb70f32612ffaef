#!/bin/sh
printf '%s\n' "rope"
