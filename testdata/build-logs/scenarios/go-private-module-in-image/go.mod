module example.com/consumer

go 1.22

require (
	github.com/google/uuid v1.6.0
	github.com/kontor-internal/events v0.14.2
	github.com/rs/zerolog v1.32.0
)
