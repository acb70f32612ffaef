#!/bin/sh
tar -cf out.tar out
