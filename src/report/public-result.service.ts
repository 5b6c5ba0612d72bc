import { Injectable } from '@nestjs/common';
import {
  PublicResultStore,
  type PublicStamp,
} from '../assessment/public-result/public-result.store.js';
import { ResultService } from '../assessment/result.service.js';
import { localDate } from '../domain/calendar.js';
import { publicResultOf, type PublicResult } from './public-result.js';
import { TrendService } from './trend.service.js';

interface Kept {
  readonly stamp: string;
  readonly result: PublicResult;
}

/** Results for everybody. A crowd costs one small statement a visit: the rest is kept until that says otherwise. */
@Injectable()
export class PublicResultService {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly store: PublicResultStore,
    private readonly results: ResultService,
    private readonly trends: TrendService,
  ) {}

  list(): Promise<PublicStamp[]> {
    return this.store.all();
  }

  /** The very same object as long as nothing has changed; null for what is not shown, or is not there. */
  async of(cycle: string): Promise<PublicResult | null> {
    const found = await this.store.one(cycle);
    if (!found) {
      this.kept.delete(cycle);
      return null;
    }
    const stamp = JSON.stringify(found);
    const before = this.kept.get(cycle);
    if (before?.stamp === stamp) return before.result;
    const result = await this.read(found);
    if (result) this.kept.set(cycle, { stamp, result });
    return result;
  }

  private async read(stamp: PublicStamp): Promise<PublicResult | null> {
    const { cycle, title, zone, opens, units, earlier } = stamp;
    const [row] = await this.results.latest([cycle]);
    if (!row) return null;
    // What is nobody else's yet does not come out by another cycle's trend.
    const history = stamp.history.filter((each) => !('cycle' in each) || each.cycle in earlier);
    const trend = await this.trends.of({ cycle: { code: cycle, history }, phases: [{ opens }] });
    return publicResultOf({
      ...{ cycle, title, units, trend },
      year: Number(opens.slice(0, 4)),
      publishedAt: row.publishedAt.toString(),
      publishedOn: localDate(row.publishedAt, zone).toString(),
      frozen: row.frozen,
    });
  }
}
