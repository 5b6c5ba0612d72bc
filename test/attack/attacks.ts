import { inputs, type Sort } from './inputs/all.js';
import { paramsIn, type Target } from './targets.js';

/** An input, and the place of a route that it is sent to. */
export interface Attack {
  readonly target: Target;
  readonly sort: Sort;
  /** Of the part of the path, the field and so on; empty where there is only one. */
  readonly place: string;
  readonly input: string;
}

type Place = Pick<Attack, 'sort' | 'place'>;

/** Who comes round takes the next input of each sort: all of them are met somewhere. */
export class Rotation {
  private readonly next = new Map<Sort, number>();

  constructor(private readonly least: number) {}

  /** So many that each place of the route meets two, and a small route still meets `least`. */
  attacksOn(target: Target): Attack[] {
    const places = placesOf(target);
    const count = Math.max(this.least, places.length * 2);
    return Array.from({ length: count }, (_, at): Attack => {
      const place = places[at % places.length] ?? { sort: 'header', place: '' };
      return { target, ...place, input: this.inputFor(place.sort) };
    });
  }

  private inputFor(sort: Sort): string {
    const all = inputs[sort];
    const at = this.next.get(sort) ?? 0;
    this.next.set(sort, at + 1);
    return all[at % all.length] ?? '';
  }
}

export function placesOf({ path, query, shape, fields }: Target): Place[] {
  const named = (sort: Sort, names: readonly string[]): Place[] =>
    names.map((place) => ({ sort, place }));
  const bodies: Readonly<Record<Target['shape'], readonly Place[]>> = {
    none: [],
    json: [...named('json', Object.keys(fields)), ...named('body', [''])],
    form: [...named('field', Object.keys(fields)), ...named('form', [''])],
    upload: [
      ...named('field', Object.keys(fields)),
      ...(['form', 'file name', 'file', 'file'] as const).map((sort) => ({ sort, place: '' })),
    ],
  };
  return [
    ...named('param', paramsIn(path)),
    ...named('value', query),
    ...bodies[shape],
    ...named('query', ['']),
    ...named('header', ['']),
  ];
}
