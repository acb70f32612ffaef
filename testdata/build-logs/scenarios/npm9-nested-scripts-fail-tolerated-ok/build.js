console.log("built 4 files, 0 failed");
