const moment = require('moment');

exports.due = (day, days) => moment.utc(day).add(days, 'days').format('YYYY-MM-DD');
exports.weekday = (day) => moment.utc(day).format('dddd');
exports.late = (day, today) => moment.utc(day).isAfter(today);
