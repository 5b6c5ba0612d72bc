// The parts of a start, one after the other as main.js does them, in a process of their own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(import.meta.url);

/** Twice in the same folder: the first time it is made, the second time it is there. */
export async function partsOf() {
  const folder = await mkdtemp(join(tmpdir(), 'siklus-parts-'));
  await chmod(folder, 0o755);
  try {
    const fresh = await run(folder);
    const warm = await run(folder);
    return warm.map((part, at) => ({ ...part, fresh: fresh[at].milliseconds }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(folder) {
  const child = fork(own, ['run'], { env: { ...process.env, DATA_FOLDER: folder, PORT: '0' } });
  const [parts] = await once(child, 'message');
  await once(child, 'exit');
  return parts;
}

if (process.argv[2] === 'run') {
  const parts = [];
  const part = async (name, work) => {
    const before = { at: performance.now(), memory: process.memoryUsage.rss() };
    const result = await work();
    parts.push({
      part: name,
      milliseconds: Math.round(performance.now() - before.at),
      megabytes: Math.round((process.memoryUsage.rss() - before.memory) / 2 ** 20),
    });
    return result;
  };
  const dist = (file) => import(`../../../dist/src/${file}`);
  const { NestFactory } = await part('modules: Nest', async () => {
    await import('reflect-metadata');
    await import('@nestjs/platform-express');
    return import('@nestjs/core');
  });
  const { DataSource } = await part('modules: TypeORM', async () => {
    await import('@nestjs/typeorm');
    return import('typeorm');
  });
  const { AppModule } = await part('modules: our own, and the rest', () => dist('app.module.js'));
  const { startServers } = await part('modules: the servers', () => dist('servers.js'));
  const { databaseOptions, migrate } = await dist('platform/database.js');
  const { readSettings } = await dist('platform/settings.js');
  const { ShiftedClock } = await dist('domain/clock.js');
  const { prepareWeb } = await dist('web/prepare-web.js');
  const given = readSettings(process.env);
  const servers = await part('PostgreSQL and the catcher', () => startServers(given));
  const settings = { ...given, databaseUrl: servers.databaseUrl, smtpUrl: servers.smtpUrl };
  await part('migrations', async () => {
    const db = await new DataSource(databaseOptions(settings.databaseUrl)).initialize();
    await migrate(db);
    await db.destroy();
  });
  const app = await part('Nest, and the cycle', async () => {
    const module = AppModule.server(settings, new ShiftedClock(), servers.inbox);
    const made = await NestFactory.create(module, { logger: false });
    prepareWeb(made);
    await made.listen(0, '127.0.0.1');
    return made;
  });
  await part('the first page', async () => (await fetch(await app.getUrl())).text());
  await app.close();
  await servers.stop();
  process.send(parts);
  process.disconnect();
}
