exports.check = (iban) => /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban);
exports.charge = async (amount) => {
  if (amount > 5000) throw new RangeError(`amount ${amount} is above the limit of 5000`);
  return { amount, status: "paid" };
};
