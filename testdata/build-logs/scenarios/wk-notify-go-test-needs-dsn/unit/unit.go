package unit

func Upper(b byte) byte { return b &^ 0x20 }
