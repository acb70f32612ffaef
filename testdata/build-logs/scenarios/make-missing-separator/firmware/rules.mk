%.o: %.c
        $(CC) $(CFLAGS) -c $< -o $@

