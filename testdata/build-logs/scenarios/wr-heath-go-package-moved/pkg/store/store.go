package store

func Get(k string) string { return k }
