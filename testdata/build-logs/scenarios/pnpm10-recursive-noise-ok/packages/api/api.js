console.error('Error: connect ECONNREFUSED 127.0.0.1:5432 (database is optional)');
