function discount(total, code) {
  if (!code) return total;
  if (code === 'SPRING10') return total * 0.9;
  if (code.startsWith('FIX')) return total - Number(code.slice(3));
  console.warn(`unknown code ${code}`);
  return total;
}

function free(total, country) {
  return total > 50 && ['DE', 'AT'].includes(country);
}

module.exports = { discount, free };
