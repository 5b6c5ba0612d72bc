import type { NoticeKind } from '../../domain/notice-kind.js';
import type { Language } from '../language.js';
import type { Told } from './told.js';

/** By which rule a notice came, and what can make it untrue before it is sent. */
export interface Reason {
  readonly because: (told: Told) => string;
  readonly dropped: string;
}

const holiday = {
  id: (toward: string) => ` Bila hari itu libur, suratnya bergeser ke hari kerja ${toward}.`,
  en: (toward: string) => ` Where that day is a day off, it moves to the ${toward} working day.`,
};
const taskGone = {
  id: 'tugasnya sudah selesai, batas waktunya sudah lewat, atau penerimanya tidak lagi memegangnya.',
  en: 'the task was finished, its deadline had passed, or the recipient no longer had it.',
};
const deadlineMoved = {
  id: 'tugasnya sudah selesai, batas waktunya sudah lewat atau berpindah, atau penerimanya tidak lagi memegangnya.',
  en: 'the task was finished, its deadline had passed or moved, or the recipient no longer had it.',
};
const unitGone = {
  id: 'OPD itu tidak lagi ikut, atau penerimanya tidak lagi berperan di situ.',
  en: 'the unit no longer took part, or the recipient no longer had that role.',
};
const given = (why: string | null): string => (why === null ? '' : ` (${why})`);
const listed = (items: readonly (string | number)[]): string =>
  items.length === 0 ? '' : `: ${items.join(', ')}`;

/** Rule 10, told to who asks. A new kind of notice does not compile without its reason. */
export const reasons: Readonly<Record<NoticeKind, Readonly<Record<Language, Reason>>>> = {
  opened: {
    id: {
      because: ({ matter, who, deadline }) =>
        `Siapa pun yang mendapat tugas diberi tahu pada hari tahapnya dibuka, atau segera bila tugasnya baru dibuat sesudah itu. Tugas ${matter} dibuat dengan batas waktu ${deadline}, dan ${who}.`,
      dropped: taskGone.id,
    },
    en: {
      because: ({ matter, who, deadline }) =>
        `Whoever has a task is told on the day on which its phase opens, or at once when the task is made later. The task ${matter} was made with the deadline ${deadline}, and ${who}.`,
      dropped: taskGone.en,
    },
  },
  reminder: {
    id: {
      because: ({ offset, distance, deadline, who, matter, moves }) =>
        `Pengingat ${offset}: ${distance} batas waktu ${deadline}, karena ${who} dan tugas ${matter} belum selesai saat itu.${moves ? holiday.id('terdekat sebelumnya') : ''}`,
      dropped: deadlineMoved.id,
    },
    en: {
      because: ({ offset, distance, deadline, who, matter, moves }) =>
        `Reminder ${offset}: ${distance} the deadline ${deadline}, because ${who} and the task ${matter} was not finished then.${moves ? holiday.en('nearest earlier') : ''}`,
      dropped: deadlineMoved.en,
    },
  },
  overdue: {
    id: {
      because: ({ offset, distance, deadline, who, matter, moves }) =>
        `Peringatan keterlambatan ${offset}: ${distance} batas waktu ${deadline}, karena ${who} dan batas waktu itu lewat tanpa tugas ${matter} diselesaikan.${moves ? holiday.id('berikutnya') : ''}`,
      dropped:
        'tugasnya sudah dibuka kembali, selesai, atau tidak perlu dikerjakan, batas waktunya berpindah, atau penerimanya tidak lagi memegangnya.',
    },
    en: {
      because: ({ offset, distance, deadline, who, matter, moves }) =>
        `Overdue warning ${offset}: ${distance} the deadline ${deadline}, because ${who} and that deadline passed without the task ${matter} being finished.${moves ? holiday.en('next') : ''}`,
      dropped:
        'the task was open again, finished or not owed any more, its deadline had moved, or the recipient no longer had it.',
    },
  },
  blocked: {
    id: {
      because: ({ phase, who, missing }) =>
        `Para koordinator diberi tahu segera ketika sebuah tahap tidak dapat dibuka pada waktunya. Syarat tahap ${phase} belum terpenuhi${listed(missing)}; ${who}.`,
      dropped: 'tahapnya sudah dapat dibuka, atau jadwalnya berpindah.',
    },
    en: {
      because: ({ phase, who, missing }) =>
        `The coordinators are told at once when a phase cannot open in time. What the phase ${phase} requires was missing${listed(missing)}; ${who}.`,
      dropped: 'the phase could open, or its dates had moved.',
    },
  },
  rescheduled: {
    id: {
      because: ({ matter, who, oldDeadline, deadline }) =>
        `Siapa pun yang tugasnya belum selesai diberi tahu segera ketika jadwal memindahkan batas waktunya. Batas waktu ${matter} berpindah dari ${oldDeadline} ke ${deadline}, dan ${who}.`,
      dropped: deadlineMoved.id,
    },
    en: {
      because: ({ matter, who, oldDeadline, deadline }) =>
        `Whoever has an unfinished task is told at once when a reschedule moves its deadline. The deadline of ${matter} moved from ${oldDeadline} to ${deadline}, and ${who}.`,
      dropped: deadlineMoved.en,
    },
  },
  extended: {
    id: {
      because: ({ matter, who, deadline, why }) =>
        `Para admin diberi tahu segera ketika OPD mereka mendapat perpanjangan. Batas waktu ${matter} diperpanjang sampai ${deadline}${given(why)}, dan ${who}.`,
      dropped: deadlineMoved.id,
    },
    en: {
      because: ({ matter, who, deadline, why }) =>
        `The admins are told at once when their unit is given an extension. The deadline of ${matter} was extended until ${deadline}${given(why)}, and ${who}.`,
      dropped: deadlineMoved.en,
    },
  },
  handover: {
    id: {
      because: ({ matter, who, deadline }) =>
        `Admin baru mendapat serah terima untuk setiap tugas OPD yang belum selesai. Tugas ${matter} belum selesai ketika adminnya diganti, batas waktunya ${deadline}, dan sejak itu ${who}.`,
      dropped: taskGone.id,
    },
    en: {
      because: ({ matter, who, deadline }) =>
        `A new admin is handed over every unfinished task of the unit. The task ${matter} was not finished when the admins changed, its deadline was ${deadline}, and from then on ${who}.`,
      dropped: taskGone.en,
    },
  },
  assigned: {
    id: {
      because: ({ matter, who, deadline }) =>
        `Asesor diberi tahu segera ketika mendapat penilaian dalam tahap yang sedang berlangsung: ${matter}, dengan batas waktu ${deadline}; ${who}.`,
      dropped: taskGone.id,
    },
    en: {
      because: ({ matter, who, deadline }) =>
        `An assessor is told at once of gaining a review in an open phase: ${matter}, with the deadline ${deadline}; ${who}.`,
      dropped: taskGone.en,
    },
  },
  unassigned: {
    id: {
      because: ({ matter, who }) =>
        `Asesor diberi tahu segera ketika penilaian yang belum selesai tidak lagi menjadi tugasnya: ${matter}; ${who}.`,
      dropped: 'penilaian itu sudah ditugaskan kembali kepada asesor yang sama.',
    },
    en: {
      because: ({ matter, who }) =>
        `An assessor is told at once of losing an unfinished review: ${matter}; ${who}.`,
      dropped: 'that review had been assigned to the same assessor again.',
    },
  },
  returned: {
    id: {
      because: ({ matter, who, findings }) =>
        `Para admin diberi tahu segera ketika penilaian atas OPD mereka berakhir dengan temuan. Penilaian ${matter} menemukan indikator yang perlu diperbaiki${listed(findings)}; ${who}.`,
      dropped: unitGone.id,
    },
    en: {
      because: ({ matter, who, findings }) =>
        `The admins are told at once when a review of their unit ends with findings. The review ${matter} returned indicators${listed(findings)}; ${who}.`,
      dropped: unitGone.en,
    },
  },
  comment: {
    id: {
      because: ({ matter, who, indicator, objection }) =>
        `${objection ? 'Sanggahan' : 'Pesan'} baru pada jawaban indikator ${indicator ?? ''} (${matter}) diberitahukan segera kepada pihak yang lain dalam percakapan itu; ${who}.`,
      dropped: unitGone.id,
    },
    en: {
      because: ({ matter, who, indicator, objection }) =>
        `A new ${objection ? 'objection' : 'message'} on the answer to indicator ${indicator ?? ''} (${matter}) is told at once to the other side of that conversation; ${who}.`,
      dropped: unitGone.en,
    },
  },
  'extension-asked': {
    id: {
      because: ({ matter, who, deadline, why }) =>
        `Para koordinator diberi tahu segera ketika OPD memohon perpanjangan waktu. Perpanjangan dimohon untuk ${matter}, yang batas waktunya ${deadline}${given(why)}; ${who}.`,
      dropped:
        'permohonannya sudah diputuskan atau ditarik, atau tidak lagi diperlukan karena tugasnya selesai atau batas waktunya berpindah.',
    },
    en: {
      because: ({ matter, who, deadline, why }) =>
        `The coordinators are told at once when a unit asks for more time. It was asked for ${matter}, whose deadline is ${deadline}${given(why)}; ${who}.`,
      dropped:
        'the request was decided or withdrawn, or no longer needed: the task was finished or its deadline had moved.',
    },
  },
  'extension-refused': {
    id: {
      because: ({ matter, who, deadline, why }) =>
        `Para admin diberi tahu segera ketika permohonan perpanjangan OPD mereka ditolak. Batas waktu ${matter} tetap ${deadline}${given(why)}; ${who}.`,
      dropped: unitGone.id,
    },
    en: {
      because: ({ matter, who, deadline, why }) =>
        `The admins are told at once when a request of their unit for more time is refused. The deadline of ${matter} stays ${deadline}${given(why)}; ${who}.`,
      dropped: unitGone.en,
    },
  },
  outage: {
    id: {
      because: ({ who }) =>
        `Para koordinator diberi tahu ketika sistem kembali setelah tidak berjalan lebih dari 15 menit, sehingga ada tahap, tugas, atau surel yang terlambat; ${who}.`,
      dropped: 'penerimanya tidak lagi menjadi koordinator.',
    },
    en: {
      because: ({ who }) =>
        `The coordinators are told when the system is back after more than 15 minutes in which phases, tasks or mails came late; ${who}.`,
      dropped: 'the recipient was no longer a coordinator.',
    },
  },
  'cycle-closed': {
    id: {
      because: ({ who }) =>
        `Koordinator dan pimpinan semua OPD yang ikut diberi tahu ketika hasil siklus diumumkan; ${who}.`,
      dropped: 'penerimanya tidak lagi berperan dalam siklus.',
    },
    en: {
      because: ({ who }) =>
        `The coordinators and the heads of all units that take part are told when the result of the cycle is published; ${who}.`,
      dropped: 'the recipient no longer had a part in the cycle.',
    },
  },
};
