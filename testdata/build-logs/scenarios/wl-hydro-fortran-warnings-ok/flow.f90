module flow
  implicit none
contains
  real function rate(h, b)
    real, intent(in) :: h, b
    integer :: unused
    rate = h * b ** 1.5d0
  end function
end module
