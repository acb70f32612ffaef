var total = 1;
var rows = 2;
