const moment = require('moment');

exports.due = (day, days) => moment.utc(day).add(days, 'days').format('YYYY-MM-DD');
exports.weekday = (day) => moment.utc(day).format('dddd');
exports.parse = (text) => {
  const day = moment.utc(text, 'YYYY-MM-DD', true);
  if (!day.isValid()) {
    console.error(`Error: invalid date ${text}`);
    return null;
  }
  return day;
};
