package org.example;

import java.util.List;

public class Ledger {
    @Deprecated
    public int total(List rows) { return rows.size(); }
}
