const render = async (page) => {
  if (page === 97) {
    throw new TypeError(`page ${page} has no title`);
  }
  console.log(`rendered page ${page} of 140: errors.html`);
};

(async () => {
  for (let page = 1; page <= 140; page++) await render(page);
})();
