module example.com/mailer

go 1.21

require (
	github.com/google/uuid v1.5.0
	github.com/pkg/errors v0.9.1
)
