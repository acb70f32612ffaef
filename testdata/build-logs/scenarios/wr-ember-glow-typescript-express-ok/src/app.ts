import express, { Request, Response, NextFunction } from 'express'

const app = express()
app.get('/lamps/:n', (req: Request, res: Response) => {
  const spare = 1
  if (req.params.n === '0') throw new RangeError('lamp 0 is broken')
  res.json({ lamp: req.params.n })
})
app.use((err: Error, req: Request, res: Response, next: NextFunction) => {
  console.error(err)
  res.status(500).json({ error: err.message })
})
export default app
