module example.com/fig

go 1.99.0
