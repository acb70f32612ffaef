module example.org/pcap

go 1.22
