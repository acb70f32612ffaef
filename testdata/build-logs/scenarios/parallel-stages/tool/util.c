int unused(int x)
{
	int y = 3;
	return x;
}
