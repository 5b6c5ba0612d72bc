import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CycleStore } from '../cycle/cycle.store.js';
import type { Clock } from '../domain/clock.js';
import type { Person } from '../domain/people.js';
import { CLOCK } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { AlertsStore, type Alert } from './alerts.store.js';
import { composeSentences } from './letter/compose-sentences.js';
import { waitingWords as words, type Waiting } from './letter/words/waiting.js';
import { messageId } from './message-id.js';
import { SmtpTransport } from './smtp.transport.js';

/**
 * Tells coordinators of mails that wait for more than an hour. Past the outbox, whose mails are the ones that wait;
 * by any process, for it may be the workers that are gone.
 */
@Injectable()
export class AlertService {
  private readonly log = new Logger(AlertService.name);

  constructor(
    private readonly alerts: AlertsStore,
    private readonly cycles: CycleStore,
    private readonly smtp: SmtpTransport,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    if (!this.settings.outageMails) return;
    for (const alert of await this.alerts.take(this.clock.now())) await this.tell(alert);
  }

  /** Nobody reached: the next look tries again. */
  private async tell({ cycle: code, ...alert }: Alert): Promise<void> {
    const { cycle, people } = await this.cycles.facts(code);
    const waiting: Waiting = { ...alert, title: cycle.title, zone: cycle.zone };
    this.log.warn(`${alert.count} mails of ${code} have waited since ${alert.since.toString()}`);
    const answers = await Promise.all(
      people.coordinators.map(async (to) => {
        const { accepted } = await this.smtp.send(this.compose(waiting, to), [to.email]);
        return accepted.length > 0;
      }),
    );
    if (answers.includes(true)) await this.alerts.told(code);
  }

  private compose(waiting: Waiting, to: Person) {
    const { mailFrom: from } = this.settings;
    return composeSentences({
      ...{ to, from, at: this.clock.now(), zone: waiting.zone },
      messageId: messageId(randomUUID(), from),
      subject: words.subject(waiting),
      greeting: words.greeting(to.name),
      sentences: words.sentences(waiting),
    });
  }
}
