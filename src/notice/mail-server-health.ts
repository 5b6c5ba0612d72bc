import { connect } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/settings.js';

/** In milliseconds: for an answer, and in which it is not asked for again, whoever asks how often. */
const patience = 1000;
const lasts = 5000;

/** Whether the mail server greets who connects: no more than that, which costs it nothing. */
@Injectable()
export class MailServerHealth {
  private last: Promise<boolean> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  isUp(): Promise<boolean> {
    if (this.last) return this.last;
    setTimeout(() => (this.last = null), lasts).unref();
    this.last = this.ask();
    return this.last;
  }

  private ask(): Promise<boolean> {
    const { hostname, port, protocol } = new URL(this.settings.smtpUrl);
    const usual = protocol === 'smtps:' ? 465 : 587;
    return new Promise((resolve) => {
      const socket = connect({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || usual),
        timeout: patience,
      });
      const end = (isUp: boolean) => () => {
        socket.destroy();
        resolve(isUp);
      };
      if (protocol === 'smtps:') socket.once('connect', end(true));
      else socket.once('data', (greeting) => end(greeting.toString().startsWith('220'))());
      for (const event of ['error', 'close', 'timeout']) socket.once(event, end(false));
    });
  }
}
