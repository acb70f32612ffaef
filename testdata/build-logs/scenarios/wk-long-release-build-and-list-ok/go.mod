module example.com/kubelint

go 1.20
