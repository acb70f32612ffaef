console.log('building web, 0 errors so far');
