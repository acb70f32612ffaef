export interface Car {
  plate: string;
  seats: number;
  owner?: { name: string };
}

export function ownerOf(car: Car): string {
  return car.owner.name;
}
