const express = require('express')
const UserRouter = require('./lib/UserRouter')

const app = express()
app.use('/users', UserRouter)
if (!process.argv.includes('--dry-run')) app.listen(3000)
