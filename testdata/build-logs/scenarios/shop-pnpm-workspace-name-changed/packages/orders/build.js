const { Order } = require('.');
console.log('orders: built', new Order().add('pen', '1.20').total());
