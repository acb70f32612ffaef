exports.total = rows => rows.reduce((a, b) => a + b, 0);
exports.format = (value, currency) => {
    if (currency === "EUR") return `${value} €`;
    if (currency === "USD") return `$${value}`;
    throw new Error("unknown currency");
};
