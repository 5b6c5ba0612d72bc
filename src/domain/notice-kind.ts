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
  | 'cycle-closed';
