int pay_charge(int cents) { return cents; }
int pay_refund(int cents) { return -cents; }
int pay_status(void) { return 0; }
