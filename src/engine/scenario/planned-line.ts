import type { CountedNotice } from '../../domain/forecast.js';
import type { PlannedMail } from '../../domain/simulate.js';
import type { LoggedNotice } from '../../notice/letter/notice-header.js';
import { localTime, type Line } from './log.js';

/** The line of a mail that is worked out and not sent. */
export function plannedLine({ at, to, cc, notices }: PlannedMail, zone: string): Line {
  return {
    at: localTime(at, zone),
    type: 'mail',
    to: to.email,
    cc: cc.map(({ email }) => email),
    notices: notices.map((notice) => loggedNotice(notice)),
  };
}

function loggedNotice({ kind, offset, phase, unit, daysLeft }: CountedNotice): LoggedNotice {
  return {
    notice: kind,
    ...(offset === null ? {} : { offset }),
    phase,
    ...(unit === null ? {} : { unit }),
    ...(daysLeft === null ? {} : { daysLeft }),
  };
}
