int json_common;
