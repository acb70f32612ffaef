module example.org/relay

go 1.21

require (
	github.com/stretchr/testify v1.9.0
	go.uber.org/zap v1.27.0
)
