var error = 1;
if (error == "1") console.log("error");
