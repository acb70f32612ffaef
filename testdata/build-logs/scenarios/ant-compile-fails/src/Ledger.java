import org.apache.commons.csv.CSVParser;

public class Ledger {
    CSVParser parser;
}
