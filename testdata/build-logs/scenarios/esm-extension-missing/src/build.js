import { clean } from './util/clean';  clean();
