package wallet

import (
	"errors"
	"testing"
)

func TestAdd(t *testing.T) {
	var w Wallet
	w.Add(3)
	if w.balance != 3 {
		t.Errorf("balance is %d, want 3", w.balance)
	}
}

func TestTakeTooMuch(t *testing.T) {
	var w Wallet
	w.Add(1)
	if err := w.Take(5); !errors.Is(err, ErrFunds) {
		t.Errorf("Take(5) = %v, want %v", err, ErrFunds)
	}
}

func TestNothing(t *testing.T) { t.Skip("needs the ledger service") }
