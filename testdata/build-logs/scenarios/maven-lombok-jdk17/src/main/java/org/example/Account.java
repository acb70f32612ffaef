package org.example;

import lombok.Data;

@Data
public class Account {
    private String owner;
    private long balance;
}
