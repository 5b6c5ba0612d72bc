import type { FileRefusal } from '../../platform/files/file-refused.js';
import type { RefusalCode } from '../../domain/refusal.js';
import { list, object, orNull, ref, text, uuid, whole, type Schema } from './schema.js';
import type { uploads } from './requests.js';

/** What a program has to know of a route that its declaration does not say. */
export interface Operation {
  readonly summary: string;
  /** Null: nothing but its status. A text: bytes of a type like that. */
  readonly answer: Schema | string | null;
  /** What it may refuse with, beside what every route may. */
  readonly refuses?: readonly (RefusalCode | FileRefusal | 'wrong_input')[];
  readonly uploads?: keyof typeof uploads;
}

const thread = ref('SheetWithThread');
const created = ref('Created');
/** `upload_broken` is not among them: nobody is there any more to be told. */
const files = [
  'file_empty',
  'file_too_large',
  'file_type_not_allowed',
  'file_infected',
  'scanner_unavailable',
] as const;
const writing = ['not_allowed', 'not_open', 'already_finished', 'not_returned'] as const;
/** Whatever it is, by its content. */
const anyFile = '*/*';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const shownChange = {
  consequences: ref('Consequences'),
  changes: list(ref('TimelineChange')),
  uncoveredYears: list(whole),
  shown: text,
};
const timeline = [
  'not_allowed',
  'own_request',
  'unknown_phase',
  'unknown_unit',
  'opens_in_past',
  'closes_in_past',
  'closes_before_opens',
  'already_open',
  'already_closed',
  'already_finished',
  'not_open',
  'not_later',
  'already_paused',
  'not_paused',
  'duplicate_unit',
] as const;
const fileOrders = [
  'wrong_input',
  'not_allowed',
  'unknown_unit',
  'opens_in_past',
  'closes_in_past',
  'closes_before_opens',
  'already_open',
  'already_closed',
] as const;
/** What a request is refused with that no longer asks for anything. */
const settled = ['already_finished', 'not_later', 'not_open', 'unknown_unit'] as const;
const granting = [
  'not_allowed',
  'own_request',
  'already_decided',
  'not_shorter',
  ...settled,
] as const;
const judging = ['not_allowed', 'not_open', 'already_finished'] as const;

/** By controller and handler: the method, the address, the scope and the status stand there. */
// prettier-ignore
export const operations: Readonly<Record<string, Operation>> = {
  'CyclesController.one': { summary: 'The cycle, its phases, and your tasks in it', answer: ref('Overview') },
  'CyclesController.finish': {
    summary: 'Finishes your task: submits, ends a review, publishes',
    answer: null,
    refuses: ['unknown_phase', 'unknown_unit', 'not_open', 'already_finished', 'incomplete', 'not_assigned'],
  },
  'CyclesController.figures': { summary: 'The figures as they stand: claimed, simulated, verified', answer: ref('Figures') },
  'CyclesController.result': { summary: 'What was published last; null before it is', answer: object({ result: orNull(ref('Result')) }) },
  'TargetController.whatIf': { summary: 'The figures with other levels; changes nothing', answer: ref('WhatIf'), refuses: ['not_allowed', 'unknown_indicator', 'level_not_allowed', 'wrong_input'] },
  'TargetController.ways': { summary: 'The least that reaches a target, and other ways; changes nothing', answer: ref('Ways'), refuses: ['not_allowed', 'wrong_input'] },
  'EffortsController.list': { summary: 'What it takes to raise each indicator', answer: object({ efforts: list(ref('Effort')) }), refuses: ['not_allowed'] },
  'EffortsController.set': { summary: 'Says what it takes to raise indicators', answer: null, refuses: ['not_allowed', 'unknown_indicator'] },
  'VariantsController.list': { summary: 'Levels that were tried out and kept, the newest first', answer: object({ variants: list(ref('Variant')) }), refuses: ['not_allowed'] },
  'VariantsController.keep': { summary: 'Keeps levels that were tried out', answer: created, refuses: ['not_allowed', 'unknown_indicator', 'level_not_allowed', 'wrong_input'] },
  'VariantsController.compare': { summary: 'Two to four variants side by side; changes nothing', answer: object({ variants: list(ref('Variant')), differing: list(ref('Differing')) }), refuses: ['not_allowed', 'wrong_input'] },
  'VariantsController.remove': { summary: 'Removes a variant', answer: null, refuses: ['not_allowed'] },
  'ProgressController.show': { summary: 'How the phases fill up, and who is likely to be late', answer: ref('Progress'), refuses: ['not_allowed'] },
  'TrendController.show': { summary: 'Results over the years: apart where the instrument changed', answer: ref('Trend'), refuses: ['not_allowed'] },
  'EarlierResultsController.list': { summary: 'Results of years before Siklus, and whether each can be traced', answer: object({ results: list(ref('EarlierResult')) }), refuses: ['not_allowed'] },
  'EarlierResultsController.preview': { summary: 'What bringing in an earlier year would store; changes nothing', answer: ref('ImportPlan'), refuses: ['not_allowed', 'wrong_input', 'file_too_large'], uploads: 'earlierYear' },
  'EarlierResultsController.take': { summary: 'Brings in an earlier year as its preview showed it', answer: ref('ImportPlan'), refuses: ['not_allowed', 'wrong_input', 'changed_meanwhile', 'file_too_large'], uploads: 'takenEarlierYear' },
  'CyclesController.lokus': { summary: 'Chooses the units that take part', answer: null, refuses: ['not_allowed', 'unknown_unit', 'already_finished'] },
  'CyclesController.chooseUnits': { summary: 'Chooses the units that a phase is for', answer: null, refuses: ['already_finished', 'not_allowed', 'unknown_phase', 'unknown_unit'] },
  'CyclesController.copy': { summary: 'Starts from the answers of an earlier cycle', answer: object({ copied: list(whole) }), refuses: ['instruments_differ', 'not_open', 'already_finished'] },
  'ChangesController.preview': { summary: 'What would come of an order; changes nothing', answer: object(shownChange), refuses: timeline },
  'ChangesController.take': { summary: 'Gives an order as its preview showed it', answer: object({ consequences: ref('Consequences') }), refuses: [...timeline, 'changed_meanwhile'] },
  'ChangesController.versions': { summary: 'What the timeline went through, the newest first', answer: object({ versions: list(ref('Version')) }), refuses: ['not_allowed'] },
  'CycleFilesController.show': { summary: 'The cycle as a file that changes nothing', answer: object({ file: text }), refuses: ['not_allowed'] },
  'CycleFilesController.preview': { summary: 'What would come of another file; changes nothing', answer: object(shownChange), refuses: [...fileOrders] },
  'CycleFilesController.take': { summary: 'Takes a file as its preview showed it', answer: null, refuses: [...fileOrders, 'changed_meanwhile'] },
  'ExtensionRequestsController.list': { summary: 'Requests for more time that you may see, the newest first', answer: object({ requests: list(ref('ExtensionRequest')) }) },
  'ExtensionRequestsController.ask': { summary: 'A unit asks for more time, with its letter', answer: created, refuses: ['wrong_input', 'not_allowed', 'already_asked', 'not_open', 'already_finished', 'unknown_phase', 'not_later', ...files], uploads: 'letter' },
  'ExtensionRequestsController.withdraw': { summary: 'The unit takes it back', answer: null, refuses: ['not_allowed', 'already_decided'] },
  'ExtensionRequestsController.letter': { summary: 'The letter of the unit', answer: anyFile },
  'ExtensionRequestsController.preview': { summary: 'What would come of granting it; changes nothing', answer: object({ ...shownChange, assessors: list(ref('ReviewTime')) }), refuses: [...granting] },
  'ExtensionRequestsController.grant': { summary: 'Gives the unit time, as the preview showed it', answer: object({ consequences: ref('Consequences') }), refuses: [...granting, 'changed_meanwhile'] },
  'PhaseMinutesController.file': { summary: 'The minutes of a phase that is over (berita acara), as a PDF', answer: 'application/pdf', refuses: ['wrong_input', 'not_allowed', 'unknown_phase', 'not_closed'] },
  'ReportDocumentsController.list': { summary: 'Documents of the report that were asked for, the newest first', answer: object({ reports: list(ref('ReportDocument')) }), refuses: ['not_allowed'] },
  'ReportDocumentsController.ask': { summary: 'Asks for a document of the report; it is made in the queue', answer: ref('ReportDocument'), refuses: ['not_allowed', 'result_altered'] },
  'ReportDocumentsController.file': { summary: 'A document that is done', answer: anyFile },
  'PortalPackController.show': { summary: 'What goes into the portal: answers as they were sent last, evidence and notes', answer: ref('PortalPack'), refuses: ['not_allowed'] },
  'PortalPackController.file': { summary: 'The same as one archive, with the files', answer: 'application/zip', refuses: ['not_allowed'] },
  'ExtensionRequestsController.refuse': { summary: 'Gives the unit no more time', answer: null, refuses: ['not_allowed', 'own_request', 'already_decided', ...settled] },
  'WebhooksController.list': { summary: 'Addresses that are told what happens', answer: object({ webhooks: list(ref('Webhook')) }), refuses: ['not_allowed'] },
  'WebhooksController.add': { summary: 'Lets an address be told; the secret is shown this once', answer: object({ id: uuid, secret: text }), refuses: ['not_allowed', 'wrong_input'] },
  'WebhooksController.remove': { summary: 'Tells an address nothing more', answer: null, refuses: ['not_allowed'] },
  'WebhooksController.renewSecret': { summary: 'Signs with a new secret, which is shown this once', answer: object({ secret: text }), refuses: ['not_allowed'] },
  'WebhooksController.deliveries': { summary: 'What an address was told last, the newest first', answer: object({ deliveries: list(ref('WebhookDelivery')) }), refuses: ['not_allowed'] },
  'WebhooksController.sendAgain': { summary: 'Sends it again under the same id', answer: null, refuses: ['not_allowed'] },
  'IndicatorsController.list': { summary: 'All indicators that you may read', answer: list(ref('Sheet')) },
  'IndicatorsController.one': { summary: 'An indicator with its answer, evidence, reviews and thread', answer: thread },
  'IndicatorsController.assign': { summary: 'Says who leads and supports it', answer: thread, refuses: ['unknown_indicator', 'not_allowed', 'unknown_unit', 'title_not_allowed', 'external_value', 'already_finished'] },
  'IndicatorsController.save': { summary: 'Saves the draft of its answer', answer: thread, refuses: ['unknown_indicator', ...writing, 'changed_meanwhile', 'level_not_allowed'] },
  'IndicatorsController.external': { summary: 'Enters the level that another agency found', answer: thread, refuses: ['unknown_indicator', 'not_allowed', 'not_external', 'level_not_allowed', 'already_finished'] },
  'IndicatorsController.askNihil': { summary: 'Says that it does not concern the city', answer: thread, refuses: ['unknown_indicator', ...writing, 'already_decided'] },
  'IndicatorsController.withdrawNihil': { summary: 'Takes that back', answer: thread, refuses: ['unknown_indicator', 'not_allowed', 'already_finished', 'already_decided'] },
  'IndicatorsController.decideNihil': { summary: 'Decides whether it concerns the city', answer: thread, refuses: ['unknown_indicator', 'not_allowed', 'already_decided', 'already_finished'] },
  'IndicatorsController.comment': { summary: 'Says something in its thread', answer: created, refuses: ['already_finished', 'unknown_indicator', 'not_allowed', 'not_open'] },
  'EvidenceController.attachFile': { summary: 'Attaches a file', answer: created, refuses: ['wrong_input', ...writing, ...files, 'level_not_allowed'], uploads: 'evidence' },
  'EvidenceController.attachLink': { summary: 'Attaches a link', answer: created, refuses: ['unknown_indicator', ...writing, 'level_not_allowed', 'link_not_allowed'] },
  'EvidenceController.replaceFile': { summary: 'A new version of a file', answer: created, refuses: ['wrong_input', ...writing, ...files, 'unknown_evidence'], uploads: 'file' },
  'EvidenceController.replaceLink': { summary: 'A new version of a link', answer: created, refuses: [...writing, 'unknown_evidence', 'link_not_allowed'] },
  'EvidenceController.remove': { summary: 'Takes evidence away', answer: null, refuses: [...writing, 'unknown_evidence'] },
  'EvidenceController.download': { summary: 'The file itself', answer: anyFile },
  'ReviewsController.list': { summary: 'Your reviews, with the answers in them', answer: list(ref('QueuedReview')) },
  'ReviewsController.judge': { summary: 'Says what a piece of evidence is worth', answer: null, refuses: [...judging, 'unknown_evidence', 'level_not_reached'] },
  'ReviewsController.review': { summary: 'Says which level an answer has', answer: thread, refuses: [...judging, 'changed_meanwhile', 'level_not_allowed', 'level_not_reached', 'unknown_indicator'] },
  'ReviewsController.agree': { summary: 'Accepts evidence and claims of several answers: all or none', answer: null, refuses: [...judging, 'level_not_reached', 'unknown_indicator'] },
  'ReviewsController.settle': { summary: 'Decides between assessors who differ', answer: thread, refuses: ['unknown_indicator', 'not_allowed', 'level_not_allowed', 'already_finished'] },
  'AssignmentsController.assign': { summary: 'Assigns assessors to units: all or none', answer: null, refuses: ['already_finished', 'not_allowed', 'unknown_unit', 'unknown_assessor', 'already_assigned', 'conflict_of_interest'] },
  'AssignmentsController.propose': { summary: 'A balanced assignment without conflicts of interest', answer: ref('Proposal'), refuses: ['not_allowed'] },
  'AssignmentsController.export': { summary: 'A workbook of who leads, supports and assesses', answer: workbook, refuses: ['not_allowed'] },
  'AssignmentsController.preview': { summary: 'What taking a spreadsheet would change', answer: ref('Difference'), refuses: ['not_allowed', 'wrong_input', 'file_too_large'], uploads: 'file' },
  'AssignmentsController.takeImport': { summary: 'Takes a spreadsheet: all of it or nothing', answer: ref('Difference'), refuses: ['not_allowed', 'wrong_input', 'file_too_large', 'already_finished', 'unknown_unit', 'unknown_assessor', 'conflict_of_interest'], uploads: 'file' },
  'AssignmentsController.unassign': { summary: 'Takes an assessor off a unit', answer: null, refuses: ['already_finished', 'not_allowed', 'unknown_unit', 'unknown_assessor', 'not_assigned'] },
  'AssignmentsController.handOver': { summary: 'Another assessor goes on with a review', answer: null, refuses: ['already_finished', 'not_allowed', 'unknown_unit', 'unknown_assessor', 'not_assigned', 'already_assigned', 'conflict_of_interest'] },
};
