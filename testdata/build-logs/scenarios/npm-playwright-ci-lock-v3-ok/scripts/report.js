const retry = require('p-retry');
let tries = 0;
retry(() => { if (++tries < 3) throw new Error('ETIMEDOUT: upstream did not answer'); return 'report written'; },
  { retries: 5, minTimeout: 50, onFailedAttempt: e => console.error(`attempt ${e.attemptNumber} failed: ${e.message}`) }).then(console.log);
