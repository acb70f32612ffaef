import { total } from './total.js'
let items = [1, 2, 3]
console.log(total(items))
