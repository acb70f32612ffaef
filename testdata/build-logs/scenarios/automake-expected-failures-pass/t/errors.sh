#!/bin/sh
ls /missing
true
