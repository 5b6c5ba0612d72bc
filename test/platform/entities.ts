import {
  AnswerRow,
  CommentRow,
  EvidenceRow,
  ExternalValueRow,
  NihilRow,
  ResponsibilityRow,
} from '../../src/assessment/assessment.entity.js';
import { EarlierResultRow } from '../../src/assessment/earlier/earlier-result.entity.js';
import { ExtensionRequestRow } from '../../src/assessment/extension/extension-request.entity.js';
import { PublicResultRow } from '../../src/assessment/public-result/public-result.entity.js';
import {
  ResultRow,
  ReviewRow,
  SettlementRow,
  VerdictRow,
} from '../../src/assessment/review.entity.js';
import { EffortRow, VariantRow } from '../../src/assessment/target/target.entity.js';
import { CycleRow, PhaseRow, TaskRow } from '../../src/cycle/cycle.entity.js';
import { CycleFeedRow } from '../../src/cycle/cycle-feed.entity.js';
import { JournalHeadRow, JournalRow } from '../../src/cycle/journal.entity.js';
import { WebhookDeliveryRow, WebhookRow } from '../../src/cycle/webhook/webhook.entity.js';
import { ClockRow } from '../../src/engine/demonstration/clock.entity.js';
import { MailAlertRow } from '../../src/notice/alert.entity.js';
import { MailRow, NoticeRow } from '../../src/notice/outbox.entity.js';
import {
  AssessorRow,
  AssignmentRow,
  CoordinatorRow,
  SekdaRow,
  UnitRow,
} from '../../src/people/people.entity.js';
import { CalendarFeedRow } from '../../src/people/calendar-feed.entity.js';
import { SilencedRow } from '../../src/people/silenced.entity.js';
import {
  AccountRow,
  LimitRow,
  LinkRow,
  SessionRow,
} from '../../src/people/sign-in/sign-in.entity.js';
import { TokenEventRow, TokenRow } from '../../src/people/token.entity.js';
import { ReportDocumentRow, ReportRow } from '../../src/report/document/report.entity.js';

/** Every table that the code knows. */
export const entities = [
  AssessorRow,
  AssignmentRow,
  ClockRow,
  CoordinatorRow,
  CycleRow,
  CycleFeedRow,
  EarlierResultRow,
  PublicResultRow,
  SekdaRow,
  JournalHeadRow,
  JournalRow,
  MailRow,
  MailAlertRow,
  NoticeRow,
  PhaseRow,
  ReportDocumentRow,
  ReportRow,
  CalendarFeedRow,
  SilencedRow,
  TaskRow,
  TokenRow,
  TokenEventRow,
  UnitRow,
  AnswerRow,
  CommentRow,
  EvidenceRow,
  ExtensionRequestRow,
  ExternalValueRow,
  NihilRow,
  ResponsibilityRow,
  ResultRow,
  ReviewRow,
  SettlementRow,
  VerdictRow,
  AccountRow,
  LimitRow,
  LinkRow,
  SessionRow,
  WebhookRow,
  WebhookDeliveryRow,
  VariantRow,
  EffortRow,
];
