var total = 1;
export {};
