program main
  use flow
  implicit none
  real :: e
  e = rate(2.0, 3.0) - 10.3923
  print *, "error", e
  if (abs(e) == 0.0) print *, "exact"
end program
