console.log("using the JavaScript implementation");
