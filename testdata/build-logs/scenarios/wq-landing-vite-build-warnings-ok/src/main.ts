import * as THREE from 'three';
import { chunk } from 'lodash-es';
import './style.scss';

console.log(chunk([1, 2, 3], 2), new THREE.WebGLRenderer().missing);
eval('1 + 1');
