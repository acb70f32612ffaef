/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does nothing; linked with the libraries of parse-buildlog, it is what starting that costs at least. */
int main(void)
{
    return 0;
}
