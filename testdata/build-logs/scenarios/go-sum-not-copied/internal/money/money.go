package money

type Cents int64

func (c Cents) Euro() float64 { return float64(c) / 100 }
