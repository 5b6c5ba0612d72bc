import { Logger, type INestApplicationContext } from '@nestjs/common';
import { CycleStore } from './cycle/cycle.store.js';
import { linkTo } from './notice/sign-in-mail.service.js';
import { SignInService } from './people/sign-in/sign-in.service.js';
import type { Settings } from './platform/settings.js';

/** Where the first coordinator signs in for the first time; null when somebody has an account already. */
export async function firstLink(
  app: INestApplicationContext,
  settings: Settings,
): Promise<string | null> {
  if (settings.role === 'worker') return null;
  const cycles = app.get(CycleStore, { strict: false });
  const [cycle] = await cycles.all();
  if (!cycle) return null;
  const [coordinator] = (await cycles.facts(cycle.code)).people.coordinators;
  if (!coordinator) return null;
  const token = await app.get(SignInService, { strict: false }).linkForFirst(coordinator.email);
  return token && linkTo(settings, token);
}

/** Production tells its operators in the log, which is all that they look at. */
export function logFirstLink(link: string | null): void {
  if (link) new Logger('SignIn').log(`first start: the coordinator signs in once at ${link}`);
}
