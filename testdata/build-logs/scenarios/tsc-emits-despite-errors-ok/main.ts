const total: number = "3";
let rows;
function report(row) { return row.total; }
