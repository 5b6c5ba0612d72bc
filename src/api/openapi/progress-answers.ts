import { countedKinds } from '../../domain/assessment/workload.js';
import { outlooks } from '../../domain/outlook.js';
import {
  date,
  list,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
  yesNo,
  type Schema,
} from './schema.js';

/** How far the phases have come, and who is likely to be late. */
export const progressAnswers: Readonly<Record<string, Schema>> = {
  ProgressCurve: object({
    phase: text,
    title: text,
    kind: oneOf(...countedKinds),
    opensOn: date,
    closesOn: date,
    total: whole,
    sent: whole,
    tasks: whole,
    finished: whole,
    days: list(
      object({
        date,
        works: yesNo,
        sent: orNull(whole),
        finished: orNull(whole),
        line: { type: 'number' },
      }),
    ),
    marks: list(
      object({ kind: oneOf('opening', 'deadline', 'extended', 'moved'), date, count: whole }),
    ),
  }),
  ProgressForecast: object({
    phase: text,
    unit: orNull(text),
    assessor: orNull(text),
    deadlineDate: date,
    outlook: oneOf(...outlooks),
    ready: whole,
    left: whole,
    pace: object({ basis: oneOf('recent', 'average', 'assumed'), answers: whole, days: whole }),
    needed: whole,
    daysLeft: whole,
  }),
  Progress: object({
    today: date,
    curves: list(ref('ProgressCurve')),
    forecast: list(ref('ProgressForecast')),
  }),
};
