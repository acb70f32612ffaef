void handle(int code, void *context);
void fatal(int code);
int main(int argc, char **argv)
{
	float ratio = 1.5 * argc;
	handle(1, 0);
	fatal(ratio);
}
