import _ from 'lodash';
import words from './words.json';

let native = null;
try {
  native = require('poster-native');
} catch (error) {
  console.error('failed to load the native printer', error);
}
console.log(_.sample(words), native);
