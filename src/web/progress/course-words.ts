import type { CountedKind } from '../../domain/assessment/workload.js';
import type { Outlook, Pace, PaceBasis } from '../../domain/outlook.js';
import type { MarkKind } from '../../report/burn-up.js';
import type { Language } from '../language.js';

const perDay = ({ answers, days }: Pace): string => {
  const pace = answers / days;
  return pace.toFixed(pace < 0.1 ? 2 : 1);
};

const id = {
  title: 'Kemajuan',
  intro:
    'Berapa jawaban yang sudah terkirim dibandingkan dengan kalender, dan siapa yang diperkirakan terlambat.',
  forecast: 'Perkiraan keterlambatan',
  rule: 'Bagaimana perkiraan ini dihitung',
  rules: [
    'Yang dihitung adalah jawaban yang siap: tidak ada lagi yang kurang, walaupun belum dikirim. Dalam penilaian, jawaban yang sudah dinilai lengkap. Sebuah jawaban dihitung pada hari terakhir ia diubah.',
    'Laju adalah jawaban yang siap dalam 5 hari kerja terakhir sebelum hari ini. Jika tidak ada, laju rata-rata sejak tugas dibuka.',
    'Selama 3 hari kerja pertama, dan selama belum ada satu pun yang siap, laju belum diketahui. Yang dipakai: dua kali garis lurus, dan tidak kurang dari 1 jawaban per hari kerja.',
    'Perlu = jawaban tersisa dibagi laju, dibulatkan ke atas. Tersisa = hari kerja sampai tenggat tugas itu sendiri, termasuk hari ini dan hari tenggat; dispensasi ikut dihitung.',
    'Diperkirakan terlambat: perlu lebih banyak hari kerja daripada yang tersisa. Kalau tinggal 1 atau 2 jawaban, baru dikatakan demikian bila hari kerja kurang dari jawaban.',
    'Belum mulai: belum ada yang dikerjakan, tetapi waktunya masih cukup. Perlu perhatian: kelonggaran kurang dari 2 hari kerja, atau semuanya siap tetapi belum dikirim pada hari terakhir. Selain itu: diperkirakan tepat waktu.',
    'Yang sudah selesai, yang seluruhnya nihil, dan yang sudah lewat tenggat tidak ada di sini.',
  ],
  paused:
    'Siklus sedang dijeda. Tenggat tidak bergeser dan pekerjaan berjalan terus, jadi perkiraan ini tetap berlaku.',
  late: (count: number) => `${count} tugas sudah lewat tenggat dan tidak diperkirakan lagi.`,
  nobody: 'Tidak ada tugas yang sedang berjalan untuk diperkirakan.',
  columns: {
    opd: 'OPD',
    tahap: 'Tahap',
    asesor: 'Asesor',
    perkiraan: 'Perkiraan',
    siap: 'Siap',
    tersisa: 'Tersisa',
    laju: 'Jawaban per hari kerja',
    perlu: 'Perlu (hari kerja)',
    hari: 'Hari kerja tersisa',
    tenggat: 'Tenggat',
    alasan: 'Alasan',
    tanggal: 'Tanggal',
    kerja: 'Hari kerja',
    terkirim: 'Jawaban',
    selesai: 'Tugas selesai',
    garis: 'Garis lurus',
    semua: 'Semua jawaban',
  },
  outlooks: {
    late: 'Diperkirakan terlambat',
    'not-started': 'Belum mulai',
    attention: 'Perlu perhatian',
    'on-time': 'Diperkirakan tepat waktu',
  } as Readonly<Record<Outlook, string>>,
  left: (count: number) => `${count} jawaban tersisa`,
  toSend: 'Semua siap, tinggal dikirim',
  paces: {
    recent: (pace) =>
      `${pace.answers} siap dalam ${pace.days} hari kerja terakhir (${perDay(pace).replace('.', ',')} per hari)`,
    average: (pace) =>
      `tidak ada yang siap dalam 5 hari kerja terakhir, ${pace.answers} dalam ${pace.days} hari kerja sejak dibuka`,
    assumed: (pace) =>
      `laju belum diketahui, dianggap ${perDay(pace).replace('.', ',')} per hari kerja`,
  } as Readonly<Record<PaceBasis, (pace: Pace) => string>>,
  needs: (needed: number, left: number) => `perlu ${needed} hari kerja, tersisa ${left}`,
  daysLeft: (left: number) => `tersisa ${left} hari kerja`,
  yes: 'ya',
  no: 'tidak',
  exports: 'Unduh',
  workbook: 'Perkiraan dan kurva (XLSX)',
  forecastCsv: 'Perkiraan (CSV)',
  curveCsv: 'Kurva (CSV)',
  curve: 'Kurva',
  curves: 'Kurva kemajuan',
  noCurves: 'Belum ada tahap dengan jawaban yang dibuka.',
  noAnswers: 'Tidak ada jawaban yang harus dikerjakan dalam tahap ini.',
  counts: {
    'self-assessment': (done, all) => `${done} dari ${all} jawaban terkirim`,
    review: (done, all) => `${done} dari ${all} jawaban selesai dinilai`,
    revision: (done, all) => `${done} dari ${all} perbaikan terkirim`,
  } as Readonly<Record<CountedKind, (done: number, all: number) => string>>,
  tasks: (done: number, all: number) => `${done} dari ${all} tugas selesai`,
  line: (count: string) => `garis lurus: ${count}`,
  table: 'Angka per hari',
  legend: {
    sent: 'jawaban',
    finished: 'tugas selesai',
    line: 'garis lurus menurut hari kerja',
    rest: 'bukan hari kerja',
  },
  marks: {
    opening: 'dibuka',
    deadline: 'tenggat',
    extended: 'dispensasi',
    moved: 'tenggat lama',
  } as Readonly<Record<MarkKind, string>>,
  extendedFor: (count: number) => `${count} tugas`,
};

const en: typeof id = {
  title: 'Progress',
  intro: 'How many answers have been sent against the calendar, and who is likely to be late.',
  forecast: 'Who is likely to be late',
  rule: 'How this is worked out',
  rules: [
    'What counts are answers that are ready: nothing is missing any more, though they may not have been sent. In a review, answers that have been judged completely. An answer counts on the last day on which it was changed.',
    'The pace is the answers that became ready in the last 5 working days before today. When there are none: the average since the task was opened.',
    'In the first 3 working days, and as long as nothing is ready, the pace is not known. It is taken to be twice the straight line, and not less than 1 answer a working day.',
    'Needed = answers left divided by the pace, rounded up. Left = working days until the deadline of the task itself, with today and the day of the deadline; extensions count.',
    'Likely late: more working days are needed than are left. With only 1 or 2 answers to go this is said only when there are fewer working days than answers.',
    'Not started: nothing has been done, but there is still time. Needs attention: less than 2 working days to spare, or everything is ready but not sent on the last day. Else: likely on time.',
    'Whoever has finished, has nothing but nihil, or is late already is not listed here.',
  ],
  paused:
    'The cycle is paused. Deadlines do not move and work goes on, so that this forecast still holds.',
  late: (count) =>
    count === 1
      ? '1 task is past its deadline and no longer forecast.'
      : `${count} tasks are past their deadline and no longer forecast.`,
  nobody: 'No task is under way that could be forecast.',
  columns: {
    opd: 'Unit',
    tahap: 'Phase',
    asesor: 'Assessor',
    perkiraan: 'Forecast',
    siap: 'Ready',
    tersisa: 'Left',
    laju: 'Answers a working day',
    perlu: 'Needed (working days)',
    hari: 'Working days left',
    tenggat: 'Deadline',
    alasan: 'Why',
    tanggal: 'Date',
    kerja: 'Working day',
    terkirim: 'Answers',
    selesai: 'Tasks finished',
    garis: 'Straight line',
    semua: 'All answers',
  },
  outlooks: {
    late: 'Likely late',
    'not-started': 'Not started',
    attention: 'Needs attention',
    'on-time': 'Likely on time',
  },
  left: (count) => (count === 1 ? '1 answer left' : `${count} answers left`),
  toSend: 'Everything is ready, and only has to be sent',
  paces: {
    recent: (pace) =>
      `${pace.answers} ready in the last ${days(pace.days)} (${perDay(pace)} a day)`,
    average: (pace) =>
      `none ready in the last 5 working days, ${pace.answers} in ${days(pace.days)} since it opened`,
    assumed: (pace) => `pace not known, taken to be ${perDay(pace)} a working day`,
  },
  needs: (needed, left) => `needs ${days(needed)}, ${left} left`,
  daysLeft: (left) => `${days(left)} left`,
  yes: 'yes',
  no: 'no',
  exports: 'Download',
  workbook: 'Forecast and curve (XLSX)',
  forecastCsv: 'Forecast (CSV)',
  curveCsv: 'Curve (CSV)',
  curve: 'Curve',
  curves: 'Curves of progress',
  noCurves: 'No phase with answers has opened yet.',
  noAnswers: 'There is no answer to be given in this phase.',
  counts: {
    'self-assessment': (done, all) => `${done} of ${all} answers sent`,
    review: (done, all) => `${done} of ${all} answers judged`,
    revision: (done, all) => `${done} of ${all} revisions sent`,
  },
  tasks: (done, all) => `${done} of ${all} tasks finished`,
  line: (count) => `straight line: ${count}`,
  table: 'Day by day',
  legend: {
    sent: 'answers',
    finished: 'tasks finished',
    line: 'straight line over working days',
    rest: 'no working day',
  },
  marks: {
    opening: 'opens',
    deadline: 'deadline',
    extended: 'extension',
    moved: 'former deadline',
  },
  extendedFor: (count) => (count === 1 ? '1 task' : `${count} tasks`),
};

function days(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`;
}

export const courseWords: Readonly<Record<Language, typeof id>> = { id, en };
