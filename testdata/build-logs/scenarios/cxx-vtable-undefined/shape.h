#pragma once
struct Shape { virtual ~Shape(); virtual double area() const; };
struct Circle : Shape { double r = 1; double area() const override; ~Circle() override; };
