import { join } from 'node:path';
import { Catcher } from './notice/catcher.js';
import { Inbox } from './notice/inbox.js';
import { embeddedPostgres } from './platform/embedded/postgres.js';
import { InputError } from './platform/input-error.js';
import type { GivenSettings } from './platform/settings.js';

/** What the process talks to: servers of the installation's own, else the embedded ones. */
export interface Servers {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** Null when mails go to a real mail server. */
  readonly inbox: Inbox | null;
  stop(): Promise<void>;
}

export async function startServers(given: GivenSettings): Promise<Servers> {
  if (given.role === 'worker' && given.smtpUrl === null) {
    const problem =
      'is needed with ROLE=worker: the catcher runs in the process that shows its inbox';
    throw new InputError({ file: 'environment', line: null, field: 'SMTP_URL' }, problem);
  }
  const database = given.databaseUrl === null ? await embeddedPostgres(given.dataFolder) : null;
  const mail = given.smtpUrl === null ? await caughtMail(given.dataFolder) : null;
  return {
    databaseUrl: database?.url ?? given.databaseUrl ?? '',
    smtpUrl: mail?.catcher.url ?? given.smtpUrl ?? '',
    inbox: mail?.inbox ?? null,
    stop: async () => {
      await mail?.catcher.stop();
      await database?.stop();
    },
  };
}

async function caughtMail(dataFolder: string): Promise<{ inbox: Inbox; catcher: Catcher }> {
  const inbox = await Inbox.open(join(dataFolder, 'inbox'));
  const catcher = new Catcher((mail) => inbox.add(mail));
  await catcher.start();
  return { inbox, catcher };
}
