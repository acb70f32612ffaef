#pragma once
double period(double a);
double energy(double r, double v);
