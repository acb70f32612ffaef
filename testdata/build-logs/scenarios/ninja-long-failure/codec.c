int decode(const char *text)
{
    return strlen(text) + MAX_DEPTH;
}
