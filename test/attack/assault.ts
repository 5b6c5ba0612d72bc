import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import { allRows } from '../api/tables.js';
import type { Attack, Side } from './attacks.js';
import { faultsOf } from './faults.js';
import { requestOf } from './requests.js';
import type { Ground } from './scene.js';
import type { Target } from './targets.js';
import { send, type Met, type Sent } from './wire.js';

/** How many are under way at once. */
const atOnce = 8;
/** Whoever is there ends their own session by it. */
const endsSession = /^POST \/(keluar|akun\/kata-sandi)/;

/** What is sent to the routes of a scene, and what was found by it. */
export class Assault {
  readonly faults: string[] = [];

  constructor(private readonly scene: Ground) {}

  /** Every answer is looked at; whoever may not must change nothing, and neither must a refusal. */
  async by(who: Side, target: Target, attacks: readonly Attack[]): Promise<void> {
    for (let at = 0; at < attacks.length; at += atOnce) {
      const some = attacks.slice(at, at + atOnce);
      const requests = await Promise.all(
        some.map(async (attack) => [await this.request(attack, target[who]), attack] as const),
      );
      const before = who === 'may' ? await this.rows(target) : null;
      const all = await Promise.all(requests.map((each) => this.meet(...each, target[who])));
      const isRefused = all.every(({ status }) => status >= 400 || status === 0);
      if (before === null || !(isRefused || target.method === 'GET')) continue;
      if (isDeepStrictEqual(await this.rows(target), before)) continue;
      this.faults.push(`${target.name}: rows were changed by one of ${shown(some)}`);
    }
  }

  /** What a page reads only is looked at once, at the end of all: most routes do. */
  private async rows({ method }: Target): Promise<object> {
    const { app } = this.scene.office.site;
    if (method === 'GET') return {};
    await app.get(DataSource).query('TRUNCATE sign_in_limit');
    return rowsBut(this.scene);
  }

  private async request(attack: Attack, who: string | null): Promise<Sent> {
    const { scene } = this;
    const { name, path } = attack.target;
    const headers =
      who !== null && endsSession.test(name)
        ? await scene.headersOfNew(who)
        : scene.headersOf(who, path.startsWith('/api/'));
    return requestOf(attack, scene.ids, headers);
  }

  private async meet(sent: Sent, attack: Attack, who: string | null): Promise<Met> {
    const met = await send(this.scene.office.site.url, sent);
    const faults = faultsOf(met, who ?? '', this.scene.secrets);
    if (faults.length > 0) {
      this.faults.push(`${faults.join(', ')}: ${shown([attack])} as ${who}`);
    }
    return met;
  }
}

/** Every row but those that count how often somebody knocked: those are to change. */
export async function rowsBut(scene: Ground): Promise<object> {
  const { sign_in_limit: _, ...rows } = await allRows(scene.office.site.app);
  return rows;
}

function shown(attacks: readonly Attack[]): string {
  return attacks
    .map(({ target, sort, place, input }) => {
      return `${target.name} [${sort} ${place}] ${JSON.stringify(input.slice(0, 80))}`;
    })
    .join('; ');
}
