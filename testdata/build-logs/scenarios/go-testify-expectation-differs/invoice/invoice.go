package invoice

import "fmt"

type Line struct {
	Name     string
	Quantity int
	Cents    int64
}

type Invoice struct {
	Number   string
	Currency string
	Lines    []Line
}

func (i Invoice) Total() int64 {
	var sum int64
	for _, l := range i.Lines {
		sum += l.Cents * int64(l.Quantity)
	}
	return sum
}

func (i Invoice) Headline() string {
	return fmt.Sprintf("Invoice %s: %d.%d %s", i.Number, i.Total()/100, i.Total()%100, i.Currency)
}
