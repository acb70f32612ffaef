module grid
  implicit none
  integer, parameter :: n = 16
end module grid
