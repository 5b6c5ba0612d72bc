/** Rule 10. */
export type NoticeKind =
  | 'opened'
  | 'reminder'
  | 'overdue'
  | 'blocked'
  | 'rescheduled'
  | 'extended'
  | 'handover'
  | 'assigned'
  | 'unassigned'
  | 'returned'
  /** Of the thread on an answer; the contract leaves it to us. */
  | 'comment'
  /** Of a unit's request for more time; these too are our own. */
  | 'extension-asked'
  | 'extension-refused'
  /** After one, what was late; this too is our own. */
  | 'outage'
  | 'cycle-closed';

/** Whether somebody may do without its mails: never where it tells of a deadline or of a duty. */
export const maySilence: Readonly<Record<NoticeKind, boolean>> = {
  opened: false,
  reminder: false,
  overdue: false,
  blocked: false,
  rescheduled: false,
  extended: false,
  handover: false,
  assigned: false,
  unassigned: true,
  returned: false,
  comment: true,
  'extension-asked': false,
  'extension-refused': false,
  outage: false,
  'cycle-closed': true,
};

/** Whether its mail brings the task along for a calendar: where it begins, and where its date moves. */
export const bringsEvent: Readonly<Record<NoticeKind, boolean>> = {
  opened: true,
  reminder: false,
  overdue: false,
  blocked: false,
  rescheduled: true,
  extended: true,
  handover: false,
  assigned: true,
  unassigned: false,
  returned: false,
  comment: false,
  'extension-asked': false,
  'extension-refused': false,
  outage: false,
  'cycle-closed': false,
};

export const noticeKinds = Object.keys(maySilence) as readonly NoticeKind[];
export const silenceableKinds = noticeKinds.filter((kind) => maySilence[kind]);
