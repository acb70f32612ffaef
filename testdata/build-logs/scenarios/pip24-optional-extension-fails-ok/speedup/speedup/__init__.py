try:
    from speedup import _native
    ACCELERATED = True
except ImportError:
    ACCELERATED = False
