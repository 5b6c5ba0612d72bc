import type { Temporal } from 'temporal-polyfill';
import { longMoment } from './dates.js';
import { greeting } from './frame.js';

/** Mails that nobody could be sent for more than an hour. */
export interface Waiting {
  readonly title: string;
  readonly zone: string;
  readonly count: number;
  readonly since: Temporal.Instant;
  /** What a mail server said last; null when none was asked. */
  readonly answer: string | null;
}

/** Told to the coordinators, who may have to wake somebody. */
export const waitingWords = {
  subject: ({ count }: Waiting): string => `${count} surel Siklus tertahan lebih dari satu jam`,
  greeting,
  sentences: ({ title, zone, count, since, answer }: Waiting): readonly string[] => [
    `${count} surel siklus ${title} belum dapat dikirim. Yang paling lama menunggu sejak ${longMoment(since, zone)}.`,
    answer === null
      ? 'Belum ada server surel yang memberi jawaban: antrean atau proses pekerja mungkin berhenti.'
      : `Jawaban terakhir server surel: ${answer}`,
    'Surel tersebut tidak hilang. Siklus terus mencoba dan mengirimkannya begitu hambatan berlalu. Mohon bantuan Bapak/Ibu agar server surel, antrean, dan proses pekerja diperiksa. Rinciannya tersedia di halaman Surel siklus ini.',
  ],
} as const;
