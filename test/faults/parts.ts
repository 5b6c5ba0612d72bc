import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { emptyFolder, siklus, type Environment } from '../e2e/harness.js';
import { ask } from '../e2e/stored.js';
import { RudeServer } from '../notice/rude-server.js';
import { cycleFile, peopleFile } from './month.js';
import { Postgres } from './postgres.js';
import { RedisServer } from './redis-server.js';

/** An installation ticks every five, unless it is told otherwise; where each fault comes once, nobody waits for that. */
export const tickSeconds = Number(
  process.env['FAULTS_TICK_SECONDS'] ?? (process.env['FAULTS'] === 'full' ? 2 : 1),
);

/** What outlives a month. */
export class Parts {
  private constructor(
    readonly postgres: Postgres,
    readonly redis: RedisServer,
    readonly post: RudeServer,
    readonly environment: Environment,
  ) {}

  static async start(): Promise<Parts> {
    const postgres = await Postgres.start();
    const redis = await RedisServer.start();
    const post = await RudeServer.start();
    const environment = {
      SMTP_URL: post.url,
      REDIS_URL: redis.url,
      PORT: String(await freePort()),
      TICK_SECONDS: String(tickSeconds),
      DATA_FOLDER: await emptyFolder(),
    };
    const parts = new Parts(postgres, redis, post, environment);
    await parts.loadTheMonth();
    return parts;
  }

  async stop(): Promise<void> {
    await this.post.stop();
    await this.redis.stop();
    await this.postgres.stop();
  }

  private async loadTheMonth(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'siklus-faults-'));
    const files = { cycle: join(folder, 'bulan.yaml'), people: join(folder, 'orang.yaml') };
    await writeFile(files.cycle, cycleFile());
    await writeFile(files.people, peopleFile());
    const { status, stderr } = await siklus(
      ['load', '--cycle', files.cycle, '--people', files.people],
      { ...this.environment, DATABASE_URL: this.postgres.urlOf(this.postgres.template) },
    );
    await rm(folder, { recursive: true });
    await ask(this.postgres.urlOf(this.postgres.template), switches);
    if (status !== 0) throw new Error(`the month cannot be loaded: ${stderr}`);
  }
}

const written = ['mail', 'notice', 'journal', 'task', 'phase'];

/** What breaks inside the database is switched on and off by a row, for whoever changes a table has to wait for its users. */
const switches = `
  CREATE TABLE faults (disk_is_full boolean NOT NULL, poisoned text);
  INSERT INTO faults VALUES (false, NULL);
  CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (SELECT disk_is_full FROM faults) THEN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
    END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.address = (SELECT poisoned FROM faults) THEN NEW.recipient := 'null'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER poison BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION poison();
  ${written.map((table) => `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION full_disk();`).join('\n')}`;
