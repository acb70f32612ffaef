#include "account.h"
int main()
{
    Account a(100);
    a.set(50);
    return a.balance() == 50 ? 0 : 1;
}
