import type { Language } from '../language.js';
import { calendarWords, type CalendarWords } from '../personal/calendar-words.js';

/** Of the calendar of a cycle, where they differ from those of one's own. */
export const cycleCalendarWords: Readonly<Record<Language, CalendarWords>> = {
  id: {
    ...calendarWords.id,
    title: 'Kalender siklus',
    account: 'Kembali ke ringkasan',
    intro:
      'Alamat ini dapat dibagikan kepada siapa pun yang perlu mengikuti jadwal siklus. Kalender mereka menampilkan tahap-tahapnya, tanpa data orang atau OPD, dan memperbaruinya sendiri bila jadwal berubah.',
    none: 'Siklus ini belum memiliki alamat kalender.',
    since: (moment) => `Alamat kalender siklus ini dibuat pada ${moment}.`,
    lost: 'Alamat itu hanya ditunjukkan sekali. Bila hilang, atau tidak boleh lagi dibaca oleh yang memegangnya, buatlah yang baru: yang lama langsung tidak berlaku bagi semua.',
    revoked: 'Alamat kalender siklus sudah dicabut dan tidak lagi berlaku.',
    fresh: 'Alamat kalender siklus',
    once: 'Salinlah sekarang: alamat ini tidak ditunjukkan lagi. Siapa pun yang mengetahuinya dapat membaca jadwal siklus tanpa masuk ke Siklus.',
  },
  en: {
    ...calendarWords.en,
    title: 'Calendar of the cycle',
    account: 'Back to the overview',
    intro:
      'This address can be given to whoever has to follow the dates of the cycle. Their calendar shows its phases, with nothing of any person or unit, and follows by itself when dates move.',
    none: 'This cycle has no calendar address yet.',
    since: (moment) => `The calendar address of this cycle was made on ${moment}.`,
    lost: 'It was shown once only. If it is lost, or whoever has it should not read it any more, make a new one: the old one stops working at once, for everybody.',
    revoked: 'The calendar address of the cycle is revoked and no longer works.',
    fresh: 'The calendar address of the cycle',
    once: 'Copy it now: it is not shown again. Whoever knows it can read the dates of the cycle without signing in to Siklus.',
  },
};
