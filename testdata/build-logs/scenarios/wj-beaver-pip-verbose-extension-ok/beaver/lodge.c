int lodge(int error, const char *unused)
{
    int fatal;
    switch (error) {
    case 0:
        error += 1;
    case 1:
        return error;
    }
    return error * 2;
}
