#!/bin/sh
exec tail -F /worker/spool/queue
