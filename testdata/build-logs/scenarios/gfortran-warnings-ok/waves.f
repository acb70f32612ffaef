      program waves
      real x(10), err
      integer i, unused
      data x /10*1.0/
      do 10 i = 1, 10
        if (x(i) - 1.0) 20, 10, 20
10    x(i) = sin(i * 0.1)
20    err = 1 / 3
      write (*, *) 'error estimate:', err, ' failed steps:', 0
      end
