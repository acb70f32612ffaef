package org.example.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private final List<Loan> loans = new ArrayList<>();

    public boolean lend(String reader, LocalDate today) {
        long open = loans.stream().filter(loan -> loan.reader().equals(reader)).count();
        if (open >= 3) {
            LOG.error("reader {} has {} loans", reader, open, new IllegalStateException("too many loans"));
            return false;
        }
        loans.add(new Loan(reader, today.plusDays(28)));
        return true;
    }

    public int fees(String reader, LocalDate today) {
        return loans.stream().filter(loan -> loan.reader().equals(reader)).mapToInt(loan -> loan.feeInCents(today)).sum();
    }
}
