console.error("error: 2 files are not formatted");
process.exit(1);
