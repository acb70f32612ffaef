/* SPDX-License-Identifier: MIT */
public class A {
    int a = 1;
}
