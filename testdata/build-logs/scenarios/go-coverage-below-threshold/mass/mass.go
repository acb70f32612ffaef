package mass

func ToPounds(kg float64) float64 { return kg / 0.45359237 }

func ToStones(kg float64) float64 { return ToPounds(kg) / 14 }
