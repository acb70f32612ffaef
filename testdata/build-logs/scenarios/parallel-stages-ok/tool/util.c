double scale(double x)
{
	int y = 3;
	return 2 * x;
}
