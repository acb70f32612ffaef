package com.example.service;

import com.example.Invoice;

public class Totals {
    public long of(List<Invoice> invoices) {
        return invoices.stream().mapToLong(Invoice::cents).sum();
    }
}
