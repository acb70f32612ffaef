module example.org/probe

go 1.21

require (
	github.com/rs/zerolog v1.32.0
	gopkg.in/yaml.v3 v3.0.1
)
