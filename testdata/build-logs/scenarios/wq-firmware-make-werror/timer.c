unsigned timer_ticks(unsigned ms);
unsigned timer_ticks(unsigned ms) { return ms * 48; }
