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
  | 'cycle-closed';
