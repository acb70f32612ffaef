module example.org/fresh

go 1.27.1

toolchain go1.27.2
