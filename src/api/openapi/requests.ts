import { revisionReasons } from '../../domain/assessment/verdict.js';
import { webhookEvents } from '../../domain/webhook.js';
import {
  list,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  whole,
  withOptional,
  yesNo,
  type Schema,
} from './schema.js';

/** A body that a program may send, and one that would be taken. */
export interface Request {
  readonly schema: Schema;
  readonly example: object;
}

const file: Schema = { type: 'string', contentMediaType: 'application/octet-stream' };
const moment: Schema = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$` };

const day: Schema = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
const seen: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };

function command(name: string, needed: Record<string, Schema>, optional = {}): Schema {
  return withOptional({ do: { const: name }, ...needed }, optional);
}

const person = object({ name: text, email: text });
const unit = withOptional(
  { code: text, name: text, admins: list(person) },
  { head: orNull(person), secretary: orNull(person) },
);

const commands = list({
  oneOf: [
    command('reschedule', { phase: text }, { opens: orNull(moment), closes: orNull(moment) }),
    command('extend', { phase: text, closes: moment, reason: text }, { unit: orNull(text) }),
    command('setReminders', { phase: text, reminders: list(text) }),
    command(
      'setHolidays',
      { holidays: list(day) },
      { jointLeave: orNull(yesNo), decree: orNull(text) },
    ),
    command('override', { phase: text, reason: text }),
    command('pause', {}),
    command('resume', {}),
    command('addUnit', { unit }),
    command('retireUnit', { unit: text }),
  ],
});
const basis = { reason: orNull(text), letter: orNull(text) };
const order = {
  reason: 'Permintaan OPD',
  letter: '060/040/III/2025',
  commands: [{ do: 'reschedule', phase: 'penilaian-mandiri', closes: '2025-10-03' }],
};

const cycleFile = {
  file: 'code: spbe-2025\ntitle: …\n',
  reason: 'Edaran Sekda',
  letter: '060/040/III/2025',
};

/** By the class that takes it. */
export const requests: Readonly<Record<string, Request>> = {
  AnswerBody: {
    schema: withOptional({ version: whole }, { level: orNull(text), fact: text, analysis: text }),
    example: { version: 0, level: '3', fact: 'Sudah diterapkan.', analysis: 'Sesuai kriteria.' },
  },
  LinkBody: {
    schema: object({ level: whole, unit: text, url: text, name: text }),
    example: { level: 2, unit: 'DINKES', url: 'https://kota.example/sk.pdf', name: 'SK Wali Kota' },
  },
  ReplacementLinkBody: {
    schema: object({ url: text, name: text }),
    example: { url: 'https://kota.example/sk-2.pdf', name: 'SK Wali Kota, perubahan' },
  },
  ReasonBody: { schema: object({ reason: text }), example: { reason: 'Tidak ada layanan ini.' } },
  DecisionBody: {
    schema: withOptional({ approved: yesNo }, { note: text }),
    example: { approved: true, note: 'Setuju.' },
  },
  CommentBody: {
    schema: withOptional({ text }, { objection: yesNo }),
    example: { text: 'Mohon penjelasan.', objection: false },
  },
  VerdictBody: {
    schema: withOptional(
      { verdict: oneOf('diterima', 'revisi') },
      { reason: { enum: [...revisionReasons, null] }, note: text },
    ),
    example: { verdict: 'revisi', reason: 'tidak_tepat', note: 'Bukan dokumen tahun ini.' },
  },
  ReviewBody: {
    schema: withOptional({ version: whole, level: text }, { note: text, finding: yesNo }),
    example: { version: 0, level: '3', note: 'Sesuai bukti.', finding: false },
  },
  AgreeBody: { schema: object({ indicators: list(whole) }), example: { indicators: [1, 2] } },
  FinishBody: {
    schema: withOptional({ phase: text }, { unit: orNull(text) }),
    example: { phase: 'penilaian-mandiri', unit: 'DINKES' },
  },
  AssignIndicatorBody: {
    schema: withOptional({ lead: orNull(text) }, { supports: list(text), title: orNull(text) }),
    example: { lead: 'DINKES', supports: ['DLH'], title: null },
  },
  LokusBody: { schema: object({ units: list(text) }), example: { units: ['DINKES', 'DLH'] } },
  PhaseUnitsBody: { schema: object({ units: orNull(list(text)) }), example: { units: ['DINKES'] } },
  AssignmentsBody: {
    schema: object({ assignments: list(object({ assessor: text, unit: text })) }),
    example: { assignments: [{ assessor: 'A1', unit: 'DINKES' }] },
  },
  WhatIfBody: {
    schema: withOptional(
      { levels: list(object({ indicator: whole, level: text })) },
      { basis: orNull(text) },
    ),
    example: { basis: 'terverifikasi', levels: [{ indicator: 42, level: '5' }] },
  },
  WaysBody: {
    schema: withOptional({ goal: text }, { basis: orNull(text) }),
    example: { basis: 'terverifikasi', goal: 'predikat' },
  },
  EffortsBody: {
    schema: object({ efforts: list(object({ indicator: whole, effort: whole, highest: whole })) }),
    example: { efforts: [{ indicator: 42, effort: 3, highest: 4 }] },
  },
  VariantBody: {
    schema: withOptional(
      { name: text, levels: list(object({ indicator: whole, level: text })) },
      { basis: orNull(text) },
    ),
    example: { name: 'Layanan naik', basis: 'klaim', levels: [{ indicator: 42, level: '5' }] },
  },
  ComparedBody: {
    schema: object({ variants: list(uuid) }),
    example: {
      variants: ['3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77', '8a1c1c56-4c38-4a0b-9a39-3f9a3c0b5d10'],
    },
  },
  LevelBody: {
    schema: withOptional({ level: text }, { note: text }),
    example: { level: '3', note: 'Surat hasil Nomor 12.' },
  },
  ReportBody: { schema: object({ format: oneOf('pdf', 'xlsx') }), example: { format: 'pdf' } },
  CopyBody: { schema: object({ from: text }), example: { from: 'spbe-2024' } },
  CommandsBody: { schema: withOptional({ commands }, basis), example: order },
  TakenBody: {
    schema: withOptional({ commands, shown: seen }, basis),
    example: { ...order, shown: 'a'.repeat(64) },
  },
  WebhookBody: {
    schema: withOptional({ url: text }, { events: list(oneOf(...webhookEvents)) }),
    example: { url: 'https://dasbor.kota.example/siklus', events: ['phase.closed'] },
  },
  CycleFileBody: { schema: withOptional({ file: text }, basis), example: cycleFile },
  TakenCycleFileBody: {
    schema: withOptional({ file: text, shown: seen }, basis),
    example: { ...cycleFile, shown: 'a'.repeat(64) },
  },
  GrantPreviewBody: { schema: object({ closes: moment }), example: { closes: '2025-10-07' } },
  GrantBody: {
    schema: withOptional({ closes: moment, shown: seen }, { note: text }),
    example: { closes: '2025-10-07', shown: 'a'.repeat(64), note: 'Sampai hari Selasa.' },
  },
  RefusalBody: { schema: object({ reason: text }), example: { reason: 'Alasannya belum cukup.' } },
};

const stated = { year: text, instrument: text, index: text, predikat: text };
const statedExample = {
  ...{ year: '2024', instrument: 'spbe-2020', index: '3.76', predikat: 'Sangat Baik' },
  file: '(bytes)',
};

/** What is sent as multipart/form-data. */
export const uploads = {
  file: { schema: object({ file }), example: { file: '(bytes)' } },
  letter: {
    schema: object({ phase: text, closes: moment, reason: text, letter: text, file }),
    example: {
      ...{ phase: 'penilaian-mandiri', closes: '2025-10-07', reason: 'Kebakaran ruang arsip' },
      ...{ letter: '060/040/IX/2025', file: '(bytes)' },
    },
  },
  earlierYear: { schema: object({ ...stated, file }), example: { ...statedExample } },
  takenEarlierYear: {
    schema: withOptional({ ...stated, shown: seen, file }, { differs: text, replaces: text }),
    example: { ...statedExample, shown: 'a'.repeat(64), differs: 'Pembulatan kementerian' },
  },
  evidence: {
    schema: object({ level: text, unit: text, file }),
    example: { level: '2', unit: 'DINKES', file: '(bytes)' },
  },
} satisfies Readonly<Record<string, Request>>;
