const {marked}=require('marked')
console.error('Error: page not found (expected)'); console.log('ok', marked('# Error').trim())
