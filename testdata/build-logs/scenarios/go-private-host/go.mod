module example.org/app

go 1.22

require git.internal.example.org/platform/bus.git v1.4.0
