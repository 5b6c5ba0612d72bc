import type { Draft } from './draft.js';
import { mailsOf, type Mail } from './mails.js';
import { planNotices } from './plan-notices.js';

/** Rule 10: the mails that the next tick sends because of what a draft has decided, and no others. */
export function mailsBecauseOf(draft: Draft): Mail[] {
  const { facts, now } = draft;
  const { journal } = draft.decision();
  const order = facts.phases.map(({ code }) => code);
  // An empty span: nothing falls due in it but what the news themselves bring.
  return mailsOf(planNotices(facts, { after: now, until: now, news: journal }), order);
}
