module example.org/errs

go 1.22
