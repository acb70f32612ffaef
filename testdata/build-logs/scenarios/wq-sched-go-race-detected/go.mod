module example.org/sched

go 1.21
