module example.org/tidy

go 1.22

require github.com/google/uuid v1.6.0

require github.com/spf13/pflag v1.0.5
