#!/bin/bash
# wait-for.sh HOST PORT SECONDS
timeout "$3" bash -c "until echo > /dev/tcp/$1/$2; do sleep 2; done"
