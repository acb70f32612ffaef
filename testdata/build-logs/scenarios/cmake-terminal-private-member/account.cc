#include "account.h"
Account::Account(long cents) : cents_(cents) {}
long Account::balance() const { return cents_; }
void Account::set(long cents) { cents_ = cents; }
