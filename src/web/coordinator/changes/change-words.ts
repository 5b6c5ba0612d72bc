import type { Language } from '../../language.js';
import type { Flaw, Kind } from './change-form.js';

const kindsId: Readonly<Record<Kind, string>> = {
  reschedule: 'Geser jadwal tahap',
  extend: 'Beri perpanjangan (dispensasi)',
  setReminders: 'Ubah pengingat',
  override: 'Buka tahap yang tertahan',
  pause: 'Jeda siklus',
  resume: 'Lanjutkan siklus',
};

const flawsId: Readonly<Record<Flaw, string>> = {
  missing: 'Bagian ini perlu diisi.',
  no_date: 'Tuliskan tanggal yang ada dalam kalender, bila perlu dengan jam (00:00–23:59).',
  no_dates: 'Tuliskan tanggal buka atau tanggal tutup yang baru.',
  no_offset: 'Tuliskan pengingat seperti H-7, HK-3, H, atau H+1, dipisahkan koma.',
};

const id = {
  title: 'Perubahan',
  intro:
    'Setiap perubahan ditunjukkan lebih dahulu beserta akibatnya. Belum ada yang berubah sebelum Bapak/Ibu menerapkannya.',
  taken: 'Perubahan telah diterapkan.',
  kinds: kindsId,
  flaws: flawsId,
  problem: 'Ada isian yang perlu diperbaiki.',
  phase: 'Tahap',
  choose: 'Pilih tahap',
  opens: 'Tanggal buka yang baru',
  closes: 'Tanggal tutup yang baru',
  until: 'Diperpanjang sampai',
  time: 'Jam (bila bukan seharian)',
  keep: 'Kosongkan yang tidak bergeser.',
  units: 'OPD',
  reason: 'Alasan',
  ifAny: 'Boleh dikosongkan.',
  letter: 'Nomor surat',
  letterHint:
    'Surat yang menjadi dasarnya, misalnya 060/040/III/2025; disebutkan dalam surel. Boleh dikosongkan.',
  reminders: 'Pengingat',
  remindersHint: 'Misalnya H-7, HK-3, H, H+1. Kosongkan bila tidak perlu pengingat.',
  now: (phase: string, offsets: string) => `${phase}: ${offsets}`,
  none: 'tanpa pengingat',
  pauseHint:
    'Tahap dan surel berhenti; tugas yang terbuka tetap dapat dikerjakan, dan tenggat tidak bergeser.',
  resumeHint: 'Yang terlewat selama jeda dijalankan, dan surel yang masih benar dikirim.',
  wholeFile: 'Ubah seluruh berkas siklus (YAML)',
  show: 'Tunjukkan akibatnya',
  previewTitle: 'Akibat perubahan',
  nothing: 'Perubahan ini tidak mengubah apa pun.',
  atOnce: (mails: number) =>
    mails === 0 ? 'Tidak ada surel yang dikirim sekarang.' : `${mails} surel dikirim sekarang.`,
  people: 'Penerima surel sekarang',
  phases: 'Tahap yang berubah',
  tasks: 'Tugas yang berubah',
  come: 'Surel terjadwal yang bertambah',
  gone: 'Surel terjadwal yang tidak jadi dikirim',
  moved: 'Surel terjadwal yang bergeser',
  mail: 'Surel',
  recipients: 'Penerima',
  before: 'Semula',
  after: 'Menjadi',
  at: 'Waktu',
  state: 'Status',
  task: 'Tugas',
  deadline: 'Tenggat',
  from: 'dari',
  to: 'menjadi',
  more: (count: number) => `dan ${count} lainnya`,
  take: 'Terapkan perubahan',
  back: 'Kembali tanpa mengubah',
  changed:
    'Keadaan siklus telah berubah sejak pratinjau ini dibuat. Berikut akibatnya sekarang; periksa kembali sebelum menerapkan.',
  cycle: 'Siklus',
};

const en: typeof id = {
  title: 'Changes',
  intro:
    'Every change is shown with its consequences first. Nothing has changed until you take it.',
  taken: 'The change has been taken.',
  kinds: {
    reschedule: 'Move a phase',
    extend: 'Extend units (dispensasi)',
    setReminders: 'Change reminders',
    override: 'Open a blocked phase',
    pause: 'Pause the cycle',
    resume: 'Resume the cycle',
  },
  flaws: {
    missing: 'This needs to be filled in.',
    no_date: 'Write a date that the calendar has, with a time (00:00–23:59) if need be.',
    no_dates: 'Write a new opening or closing date.',
    no_offset: 'Write reminders such as H-7, HK-3, H or H+1, with commas between them.',
  },
  problem: 'Some fields need to be corrected.',
  phase: 'Phase',
  choose: 'Choose a phase',
  opens: 'New opening date',
  closes: 'New closing date',
  until: 'Extended to',
  time: 'Time (if not the whole day)',
  keep: 'Leave empty what does not move.',
  units: 'Units',
  reason: 'Reason',
  ifAny: 'This can stay empty.',
  letter: 'Letter number',
  letterHint:
    'The letter that it rests on, such as 060/040/III/2025; mails quote it. This can stay empty.',
  reminders: 'Reminders',
  remindersHint: 'For example H-7, HK-3, H, H+1. Leave empty for none.',
  now: (phase, offsets) => `${phase}: ${offsets}`,
  none: 'no reminders',
  pauseHint: 'Phases and mails stop; open tasks can still be worked on, and deadlines stay.',
  resumeHint: 'What was missed during the pause happens, and mails that are still true are sent.',
  wholeFile: 'Change the whole cycle file (YAML)',
  show: 'Show the consequences',
  previewTitle: 'Consequences of the change',
  nothing: 'This changes nothing.',
  atOnce: (mails) =>
    mails === 0
      ? 'No mail is sent now.'
      : `${mails} mails are sent now.`.replace(/^1 mails are/, '1 mail is'),
  people: 'Who is mailed now',
  phases: 'Phases that change',
  tasks: 'Tasks that change',
  come: 'Scheduled mails that are added',
  gone: 'Scheduled mails that will not be sent',
  moved: 'Scheduled mails that move',
  mail: 'Mail',
  recipients: 'Recipients',
  before: 'Before',
  after: 'After',
  at: 'When',
  state: 'State',
  task: 'Task',
  deadline: 'Due',
  from: 'from',
  to: 'to',
  more: (count) => `and ${count} more`,
  take: 'Take the change',
  back: 'Back without changing anything',
  changed:
    'The cycle has changed since this preview was made. These are the consequences now; look again before you take it.',
  cycle: 'Cycle',
};

export const changeWords: Readonly<Record<Language, typeof id>> = { id, en };
