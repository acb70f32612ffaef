import * as THREE from 'three'
const size: number = 'large'
console.log(THREE, eval('size'))
