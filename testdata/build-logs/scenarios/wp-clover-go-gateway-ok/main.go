package main

import (
	"flag"
	"os"

	"github.com/sirupsen/logrus"
)

func main() {
	config := flag.String("config", "", "file")
	version := flag.Bool("version", false, "show it")
	flag.Parse()
	if *version {
		logrus.Info("clover 1.0")
		return
	}
	if _, err := load(*config); err != nil {
		logrus.WithError(err).Error("cannot load the configuration")
		os.Exit(1)
	}
}
