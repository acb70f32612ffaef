console.log("error: 0");
