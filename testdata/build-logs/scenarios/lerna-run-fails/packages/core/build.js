console.log('building core, 0 errors so far');
