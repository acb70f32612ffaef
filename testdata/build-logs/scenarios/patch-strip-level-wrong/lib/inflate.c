int inflate(void)
{
    return 0;
}
