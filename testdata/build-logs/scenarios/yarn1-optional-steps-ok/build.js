throw new TypeError('cannot read properties of undefined: optional build');
