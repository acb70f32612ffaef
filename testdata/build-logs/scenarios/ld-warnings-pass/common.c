int error_count;
