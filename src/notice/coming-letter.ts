import type { Temporal } from 'temporal-polyfill';
import type { ComingMail } from '../domain/coming-mail.js';
import type { ExtensionRequest } from '../domain/extension/request.js';
import { composeMail } from './letter/compose-mail.js';
import type { ComposedMail } from './letter/letter.js';
import { letterOf, type Sender } from './letter-writer.js';
import { notaDinasName } from './nota-dinas/nota-dinas.js';
import { notaDinasOf } from './nota-dinas/of-mail.js';
import { PresentFacts } from './present.store.js';

/** In place of an id that a mail gets when it is planned: it opens nothing. */
const noId = '00000000-0000-0000-0000-000000000000';

/** A mail that is to come as it will look, by the very hand that writes it when it is sent. */
export function comingLetter(
  { mail, facts, requests }: ComingMail & { readonly requests: readonly ExtensionRequest[] },
  at: Temporal.Instant,
  sender: Sender,
): ComposedMail {
  const { code: cycle } = facts.cycle;
  const waiting = requests.map((each) => ({ ...each, cycle }));
  const present = new PresentFacts(new Map([[cycle, facts]]), new Set(), new Map(), waiting);
  const notices = mail.notices.map((notice) => ({ ...notice, cycle }));
  const letter = letterOf({ ...mail, id: noId, cycle }, notices, present, { now: at, sender });
  const composed = composeMail(letter);
  // Their names alone: what is missing by then is not known yet.
  const notas = notaDinasOf(notices, facts, at).map(({ unit }) => ({
    filename: notaDinasName(unit),
    contentType: 'application/pdf',
    content: '',
  }));
  return { ...composed, attachments: [...(composed.attachments ?? []), ...notas] };
}
