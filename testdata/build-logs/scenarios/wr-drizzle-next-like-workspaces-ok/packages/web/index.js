import { h } from 'preact'
const x = { a: 1, a: 2 }
if (typeof x == 'null') console.error('ERROR: never said')
if (x === NaN) h('p')
export default x
