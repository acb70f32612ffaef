export const route = (request) => new Response('ok');
