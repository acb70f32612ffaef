import { Car, ownerOf } from './car';

const fleet: Car[] = [{ plate: 'HB-X 1', seats: '4' }];

export const owners = fleet.map(ownerOf);
export const count: string = fleet.length;
