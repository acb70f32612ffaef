package wallet

import "errors"

var ErrFunds = errors.New("insufficient funds")

type Wallet struct{ balance int }

func (w *Wallet) Add(n int) { w.balance += n }

func (w *Wallet) Take(n int) error {
	w.balance -= n
	return nil
}
