console.log(require('@mono/core').seconds(process.argv[2]));
