module example.org/app

go 1.24

require git.acme.example/platform/log v1.4.2
