public record Money(long cents) {
    Money plus(Money o) { return new Money(cents + o.cents); }
}
