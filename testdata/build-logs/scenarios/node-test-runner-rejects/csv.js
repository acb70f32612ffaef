function parse (text) {
  const [head, ...rows] = text.split('\n').map((line) => line.split(','))
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i].trim()])))
}

module.exports = { parse }
