package main

import log "github.com/Sirupsen/logrus"

func main() { log.Info("started") }
