try:
    from fastjsonish import _speedups
    SPEEDUPS = True
except ImportError:
    SPEEDUPS = False
