module example.org/gateway

go 1.22

<<<<<<< HEAD
require github.com/google/uuid v1.6.0
=======
require github.com/google/uuid v1.5.0
>>>>>>> feature/request-ids
