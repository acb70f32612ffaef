const a = { error: 1, error: 2 };
if (-0 === a.error || typeof a == "undefned") console.log("never");
