export const fail = () => 'fatal error: not found';
