package rates

// Cents is the price of a parcel of so many grams.
func Cents(grams int) int {
	switch {
	case grams <= 500:
		return 199
	case grams < 2000:
		return 399
	}
	return 799
}
