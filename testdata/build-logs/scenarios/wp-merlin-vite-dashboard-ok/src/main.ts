import * as _ from 'lodash-es'
import * as three from 'three'
const size: number = 'large'
console.error('error reporter is ready', _, three, size)
export const later = () => import('./errors')
