module example.org/mailer

go 1.22
