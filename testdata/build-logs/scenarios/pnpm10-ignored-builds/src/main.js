console.log('error: not an error');
