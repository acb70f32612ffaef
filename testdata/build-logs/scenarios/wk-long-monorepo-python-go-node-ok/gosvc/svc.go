package gosvc
