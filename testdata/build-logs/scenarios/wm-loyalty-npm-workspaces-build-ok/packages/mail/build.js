console.warn('WARN template "failed-payment.html" has no plain text part');
process.emitWarning('mjml 3 syntax is deprecated', 'DeprecationWarning');
console.log('mail built, 14 templates, 1 warning, 0 errors');
