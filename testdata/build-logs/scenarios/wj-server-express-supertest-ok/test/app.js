const request = require('supertest');
const app = require('../app');

describe('app', () => {
  it('ok', () => request(app).get('/ok').expect(200));
  it('500', () => request(app).get('/boom').expect(500, { error: 'boom' }));
  it('400 of broken JSON', () => request(app).post('/echo').set('Content-Type', 'application/json').send('{"a"').expect(400));
  it('404', () => request(app).get('/none').expect(404));
});
