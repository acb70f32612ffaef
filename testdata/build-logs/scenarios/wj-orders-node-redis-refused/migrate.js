const net = require('net');

const url = new URL(process.env.REDIS_URL);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function connect() {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: url.hostname, port: url.port }, () => resolve(socket));
    socket.on('error', reject);
  });
}

async function main() {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connect();
    } catch (error) {
      if (attempt === 4) throw error;
      console.warn(`attempt ${attempt}: ${error.code}, trying again`);
      await pause(200);
    }
  }
}

main().then(() => console.log('migrated'));
