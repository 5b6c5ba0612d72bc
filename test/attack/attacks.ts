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

const anywhere: Place = { sort: 'header', place: '' };

/** Few routes take files, and there is much that may be wrong with one. */
const ofUpload: readonly Place[] = Object.entries({ form: 8, 'file name': 6, file: 8 }).flatMap(
  ([sort, times]) => Array<Place>(times).fill({ sort: sort as Sort, place: '' }),
);

/** Whom a route is tried by: the one who may, and one who may not. */
export const sides = ['may', 'mayNot'] as const;
export type Side = (typeof sides)[number];

/** Who comes round takes the next input of each sort: all of them are met somewhere. */
export class Rotation {
  private readonly next = { may: new Map<Sort, number>(), mayNot: new Map<Sort, number>() };

  constructor(private readonly least: number) {}

  /** So many that each place of the route meets one by either side, and a small route still meets `least`. */
  attacksOn(target: Target): Record<Side, readonly Attack[]> {
    const places = placesOf(target);
    const count = Math.max(this.least, places.length * 2);
    const all = Array.from({ length: count }, (_, at) => {
      const { sort, place } = places[at % places.length] ?? anywhere;
      // By turns, and the other way round when all places had one.
      const side = sides[((at % places.length) + Math.floor(at / places.length)) % 2] ?? 'may';
      return { side, attack: { target, sort, place, input: this.inputFor(sort, side) } };
    });
    const by = (side: Side) => all.flatMap((each) => (each.side === side ? [each.attack] : []));
    return { may: by('may'), mayNot: by('mayNot') };
  }

  /** Which sorts of place were not met with all of the inputs that there are for them, by whoever may. */
  unmet(sorts: readonly Sort[]): string[] {
    return sorts.flatMap((sort) => {
      const { length } = inputs[sort];
      const count = this.next.may.get(sort) ?? 0;
      return count < length ? [`${sort}: ${count} of ${length}`] : [];
    });
  }

  private inputFor(sort: Sort, side: Side): string {
    const all = inputs[sort];
    const at = this.next[side].get(sort) ?? 0;
    this.next[side].set(sort, at + 1);
    return all[at % all.length] ?? '';
  }
}

export function placesOf({ path, query, shape, fields }: Target): Place[] {
  const named = (sort: Sort, names: readonly string[]): Place[] =>
    names.map((place) => ({ sort, place }));
  const members = Object.keys(fields);
  const bodies: Readonly<Record<Target['shape'], readonly Place[]>> = {
    none: [],
    // A value of JSON may be much more than a text: three times as many.
    json: [...named('json', [...members, ...members, ...members]), ...named('body', [''])],
    form: [...named('field', members), ...named('form', [''])],
    upload: [...named('field', members), ...ofUpload],
  };
  return [
    ...named('param', paramsIn(path)),
    ...named('value', query),
    ...bodies[shape],
    ...named('query', ['']),
    ...named('header', ['']),
  ];
}
