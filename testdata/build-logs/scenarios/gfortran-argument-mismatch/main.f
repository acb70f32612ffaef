      program model
      real x(8), w(16)
      call grid(8, x)
      call solve(8, x, w)
      end
