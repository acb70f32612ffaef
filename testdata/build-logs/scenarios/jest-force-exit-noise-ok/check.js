throw new Error('no .env file; defaults are used');
