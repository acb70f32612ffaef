program main
  use grid
  implicit none
  real :: u(n)
  u = 0
  print *, sum(u)
end program main
