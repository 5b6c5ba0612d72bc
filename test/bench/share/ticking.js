// One process among those that tick: it says when it is ready, and what CPU it took until nothing is due any more.
import 'reflect-metadata';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { SimulatedClock } from '../../../dist/src/domain/clock.js';
import { TickService } from '../../../dist/src/engine/tick.service.js';
import { started } from '../mail/city.js';
import { before } from '../one-phase.js';

/** The phase has opened since the last look, and its mails are due. */
const firstMails = Temporal.Instant.from('2025-09-01T08:00:00+07:00');

const { settings, how } = JSON.parse(process.argv[2]);
const clock = new SimulatedClock(before);
const app = await started(settings, clock);
const ticks = app.get(TickService);
// As one that runs for long: it knows every cycle.
await ticks.tickAll();
clock.moveTo(firstMails);
process.send('ready');
await once(process, 'message');
const cpu = process.cpuUsage();
for (;;) {
  const due = await ticks.wakeful();
  if (due.length === 0) break;
  await Promise.all(due.map((code) => ticks[how](code)));
  // What another has now is looked at again later, as by the beat: that has a second.
  await pause(50);
}
const { user, system } = process.cpuUsage(cpu);
process.send((user + system) / 1e6);
await app.close();
process.disconnect();
process.exit(0);
