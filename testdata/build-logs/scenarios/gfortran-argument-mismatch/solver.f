      subroutine solve(n, x, work)
      integer n
      real x(n), work(2, n)
      call copyw(n, x, work)
      call copyw(n, work(1, 1), x)
      call copyw(n, 3, x)
      end
