#pragma once
class Account {
public:
    explicit Account(long cents);
    long balance() const;
private:
    void set(long cents);
    long cents_;
};
