package money

func Cents(n int) int { return n * 100 }
