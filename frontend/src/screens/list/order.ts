export type Direction = 'ASC' | 'DESC';

/** The direction of an order such as `NAME_ASC` where it is one by this name. */
export function directionOf(order: string | undefined, name: string): Direction | undefined {
  if (order === `${name}_ASC`) return 'ASC';
  return order === `${name}_DESC` ? 'DESC' : undefined;
}

/** First upwards, then the other way round at each click. */
export function turned(order: string | undefined, name: string): string {
  return directionOf(order, name) === 'ASC' ? `${name}_DESC` : `${name}_ASC`;
}
