document.title = `Landing ${new Date().getFullYear()}`;
