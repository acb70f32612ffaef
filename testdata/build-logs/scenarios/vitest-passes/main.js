console.error("boundary failed");
