def fails(request):
    raise RuntimeError("the view fails on purpose")
