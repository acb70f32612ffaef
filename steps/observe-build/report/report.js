// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the package table that hold all words of the box; without a script all are there.
const box = document.getElementById("filter");
const shown = document.getElementById("shown");
const rows = Array.from(document.querySelectorAll("#packages tbody tr"),
  (row) => ({row, text: row.textContent.toLowerCase()}));

function filter() {
  const words = box.value.toLowerCase().split(/\s+/);
  let count = 0;
  for (const {row, text} of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    count += !row.hidden;
  }
  shown.textContent = count + " of " + rows.length;
}

if (box) {
  box.closest("form").hidden = false;
  box.closest("form").addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", filter);
  filter();
}
