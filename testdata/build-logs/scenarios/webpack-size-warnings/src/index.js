import _ from 'lodash';

console.log(_.attempt(() => { throw new Error('ERROR in handler'); }));
