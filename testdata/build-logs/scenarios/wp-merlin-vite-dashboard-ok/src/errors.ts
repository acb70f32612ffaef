import * as three from 'three'
export const errors = [three.REVISION, eval('1')]
