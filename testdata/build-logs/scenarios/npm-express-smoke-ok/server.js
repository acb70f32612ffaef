const app = require('express')();
app.use(require('morgan')('tiny'));
app.use((req, res, next) => next(Object.assign(new Error('ENOENT: no such page'), { status: 404 })));
const server = app.listen(8456, '127.0.0.1', () => setTimeout(() => server.close(), 4000));
