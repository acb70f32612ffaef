package main

import "example.org/tray/notify"

func main() { notify.Show("x") }
