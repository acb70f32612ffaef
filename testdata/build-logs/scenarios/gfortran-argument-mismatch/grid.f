      subroutine grid(n, x)
      integer n, i
      real x(n)
      do i = 1, n
        x(i) = i * 0.5
      end do
      end
