const pc = require('picocolors');
for (let n = 0; n < 25; n++) console.log(pc.red(`error page ${n} written`));
try { require('left-pad'); } catch (e) { console.log(e.code); }
