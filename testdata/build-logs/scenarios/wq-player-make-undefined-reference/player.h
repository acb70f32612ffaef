double decibels(double ratio);
int playlist_next(int now, int length);
int playlist_shuffle(int now, int length);
