export default function menu () { return typeof x === 'undefind' }
