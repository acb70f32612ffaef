import fastify from 'fastify'
import { readPort } from './settings'

const app = fastify({ logger: true })
app.get('/health', async () => ({ ok: true }))
app.listen({ port: readPort(process.env.PORT), host: '0.0.0.0' })
