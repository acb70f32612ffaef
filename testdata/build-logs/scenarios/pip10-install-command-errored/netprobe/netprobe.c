#include <Python.h>
#include <pcap-example.h>
