package main

// #cgo LDFLAGS: -lpcap
// #include <pcap/pcap-build-analysis.h>
import "C"

func main() { C.pcap_lib_version() }
