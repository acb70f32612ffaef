module example.org/conf

go 1.22

require (
	github.com/pkg/errors v0.9.1
	gopkg.in/yaml.v3 v3.0.1
)
