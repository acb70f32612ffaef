const fastify = require('fastify')({ logger: true })
fastify.get('/rain/:mm', async (request) => {
  if (isNaN(request.params.mm)) throw new TypeError(`not a number: ${request.params.mm}`)
  return { mm: +request.params.mm }
})
if (process.argv.includes('--check')) { console.error('Error: connect ECONNREFUSED 127.0.0.1:5432'); process.exit(3) }
module.exports = fastify
