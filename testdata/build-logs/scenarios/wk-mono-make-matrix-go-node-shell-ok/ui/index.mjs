console.warn('(ui) warning: legacy theme is deprecated');
console.log('(ui) bundle entries: 3');
