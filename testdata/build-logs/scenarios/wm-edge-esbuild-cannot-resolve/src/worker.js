import { route } from './routing.js';
import { cors } from './cors.js';
export default { fetch: (request) => cors(route(request)) };
