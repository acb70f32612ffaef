for (let n = 0; n < 120; n++) console.log(`wrote out/page-${n}.html (error page: ${n % 7 === 0})`);
