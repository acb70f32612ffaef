package org.example.library;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

public final class Loan {
    private final String reader;
    private final LocalDate due;

    public Loan(String reader, LocalDate due) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.due = due;
    }

    public String reader() {
        return reader;
    }

    public long daysLate(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    public int feeInCents(LocalDate today) {
        return (int) Math.min(daysLate(today) * 20, 900);
    }
}
