console.error('contract: Error: pact broker is not configured');
process.exit(1);
