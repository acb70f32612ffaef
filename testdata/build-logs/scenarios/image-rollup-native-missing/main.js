document.title = 'Landing';
