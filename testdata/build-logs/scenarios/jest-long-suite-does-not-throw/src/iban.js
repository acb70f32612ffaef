exports.check = (text) => {
  if (!/^[A-Z]{2}\d{2}/.test(text)) throw new Error(`not an IBAN: ${text}`);
  return true;
};
