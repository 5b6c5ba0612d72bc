import type { PeopleLine } from '../../../assessment/participants/people-lines.js';
import type { Language } from '../../language.js';

const about: Record<PeopleLine['about'], string> = {
  name: 'Nama',
  admins: 'Admin',
  head: 'Pimpinan',
  secretary: 'Sekretaris',
  email: 'Surel',
  home: 'OPD asal',
};

export interface Counts {
  readonly unitsAdded: number;
  readonly unitsChanged: number;
  readonly assessorsAdded: number;
  readonly assessorsChanged: number;
}

const done = {
  'unit-added': 'OPD telah ditambahkan.',
  'unit-changed': 'OPD telah diubah.',
  'unit-retired': 'OPD telah dihentikan.',
  assessor: 'Asesor telah disimpan.',
  'assessor-removed': 'Asesor telah dihapus dari siklus ini.',
  coordinator: 'Koordinator telah disimpan.',
  'coordinator-removed': 'Koordinator telah dihapus.',
  sekda: 'Sekretaris Daerah telah disimpan.',
  import: 'Perubahan dari berkas telah diterapkan.',
};

const id = {
  about,
  done,
  title: 'Peserta',
  units: 'OPD',
  roles: 'Orang menurut peran',
  lists: 'Daftar peserta',
  missing: 'Yang masih kurang',
  bounced: (count: number) =>
    `${count} alamat menolak surel. Perbaiki alamatnya di sini, lalu kirim ulang surelnya di halaman Surel:`,
  bouncedAt: (moment: string) => `surel ditolak pada ${moment}`,
  toMails: 'Surel yang belum sampai',
  noAdmin: (count: number) =>
    `${count} OPD belum mempunyai admin, sehingga tidak ada yang menerima surelnya:`,
  noHead: (count: number) =>
    `${count} OPD belum mempunyai pimpinan, yang menerima tembusan keterlambatan dan hasil akhir:`,
  noAssessors: 'Siklus ini belum mempunyai asesor. Tambahkan satu per satu, atau impor berkas.',
  nothingMissing: 'Setiap OPD mempunyai admin dan pimpinan.',
  noUnits: 'Belum ada OPD. Tambahkan OPD, atau impor berkas di bawah.',
  noPeople: 'Belum ada orang.',
  addUnit: 'Tambah OPD',
  addAssessor: 'Tambah asesor',
  addCoordinator: 'Tambah koordinator',
  setSekda: 'Sekretaris Daerah',
  seeConsequences: 'Tambah atau hentikan OPD, dengan melihat dampaknya pada jadwal',
  code: 'Kode',
  name: 'Nama',
  admins: 'Admin',
  head: 'Pimpinan',
  state: 'Status',
  active: 'ikut',
  retired: 'dihentikan',
  seen: 'Terakhir terlihat',
  seenHint: 'Terakhir terlihat: menurut sesi yang masih berlaku; kosong bila tidak ada.',
  unitsHint: 'Kode membuka isian untuk mengubah atau menghentikan OPD.',
  rolesHint: 'Nama membuka isian untuk mengubah atau menghapusnya.',
  change: 'ubah',
  again: 'ikutkan kembali',
  role: 'Peran',
  email: 'Surel',
  of: 'OPD',
  coordinator: 'Koordinator',
  assessor: 'Asesor',
  leader: 'Pimpinan',
  secretary: 'Sekretaris',
  sekda: 'Sekretaris Daerah',
  admin: 'Admin OPD',
  download: 'Unduh peserta (XLSX)',
  fileMore:
    'Lembar pertama memuat OPD, satu baris untuk setiap admin; lembar kedua memuat asesor. Sel kosong tidak mengubah apa pun. Berkas tidak pernah menghentikan atau menghapus siapa pun.',
  counts: ({ unitsAdded, unitsChanged, assessorsAdded, assessorsChanged }: Counts) =>
    listed([
      [unitsAdded, 'OPD ditambahkan'],
      [unitsChanged, 'OPD diubah'],
      [assessorsAdded, 'asesor ditambahkan'],
      [assessorsChanged, 'asesor diubah'],
    ]),
  noChanges: 'Berkas ini tidak mengubah apa pun: isinya sama dengan peserta sekarang.',
  replaced: 'Admin yang tidak tercantum lagi pada OPD-nya tidak dapat membukanya lagi.',
  stale:
    'Peserta telah berubah sejak ditunjukkan. Tidak ada yang diterapkan; berikut keadaan yang baru.',
  added: 'Ditambahkan',
  changed: 'Diubah',
  told: (count: number) =>
    count === 0 ? 'Tidak ada surel yang dikirim sekarang.' : `${count} surel dikirim sekarang.`,
  toldWhom: 'Yang menerima surel',
  paused: 'Siklus sedang dijeda: surel menunggu sampai dilanjutkan.',
  made: (count: number) => `${count} tugas dibuat`,
  cancelled: (count: number) => `${count} tugas ditutup`,
};

const en: typeof id = {
  about: {
    ...{ name: 'Name', admins: 'Admins', head: 'Head', secretary: 'Secretary' },
    ...{ email: 'Address', home: 'Home unit' },
  },
  done: {
    'unit-added': 'The unit has been added.',
    'unit-changed': 'The unit has been changed.',
    'unit-retired': 'The unit has been retired.',
    assessor: 'The assessor has been saved.',
    'assessor-removed': 'The assessor has been removed from this cycle.',
    coordinator: 'The coordinator has been saved.',
    'coordinator-removed': 'The coordinator has been removed.',
    sekda: 'The regional secretary has been saved.',
    import: 'The changes of the file have been applied.',
  },
  title: 'People',
  units: 'Units',
  roles: 'People by role',
  lists: 'Lists of people',
  missing: 'What is missing',
  bounced: (count) =>
    `${count} addresses refuse mails. Mend the address here, then send the mail again on the page of mails:`,
  bouncedAt: (moment) => `mail refused on ${moment}`,
  toMails: 'Mails that did not arrive',
  noAdmin: (count) => `${count} units have no admin yet, so that nobody gets their mails:`,
  noHead: (count) =>
    `${count} units have no head yet, who gets copies of what is late and the final result:`,
  noAssessors: 'This cycle has no assessors yet. Add them one by one, or import a file.',
  nothingMissing: 'Every unit has an admin and a head.',
  noUnits: 'No units yet. Add one, or import a file below.',
  noPeople: 'Nobody yet.',
  addUnit: 'Add a unit',
  addAssessor: 'Add an assessor',
  addCoordinator: 'Add a coordinator',
  setSekda: 'Regional secretary (Sekda)',
  seeConsequences: 'Add or retire a unit, seeing first what it does to the timeline',
  code: 'Code',
  name: 'Name',
  admins: 'Admins',
  head: 'Head',
  state: 'State',
  active: 'takes part',
  retired: 'retired',
  seen: 'Last seen',
  seenHint: 'Last seen: by the sessions that are still valid; empty when there is none.',
  unitsHint: 'A code opens the form that changes or retires the unit.',
  rolesHint: 'A name opens the form that changes or removes them.',
  change: 'change',
  again: 'let it take part again',
  role: 'Role',
  email: 'Address',
  of: 'Unit',
  coordinator: 'Coordinator',
  assessor: 'Assessor',
  leader: 'Head of a unit',
  secretary: 'Secretary of a unit',
  sekda: 'Regional secretary (Sekda)',
  admin: 'Admin of a unit',
  download: 'Download the people (XLSX)',
  fileMore:
    'The first sheet holds the units, a row for each admin; the second one the assessors. Empty cells change nothing. A file never retires or removes anybody.',
  counts: ({ unitsAdded, unitsChanged, assessorsAdded, assessorsChanged }) =>
    listed([
      [unitsAdded, 'units added'],
      [unitsChanged, 'units changed'],
      [assessorsAdded, 'assessors added'],
      [assessorsChanged, 'assessors changed'],
    ]),
  noChanges: 'This file changes nothing: it says what is so already.',
  replaced: 'Admins who are no longer listed with their unit cannot open it any more.',
  stale:
    'The people have changed since they were shown. Nothing was applied; this is how it stands now.',
  added: 'Added',
  changed: 'Changed',
  told: (count) => (count === 0 ? 'No mail is sent now.' : `${count} mails are sent now.`),
  toldWhom: 'Who gets a mail',
  paused: 'The cycle is paused: mails wait until it goes on.',
  made: (count) => `${count} tasks made`,
  cancelled: (count) => `${count} tasks closed`,
};

/** Of what there is any. */
function listed(counts: readonly (readonly [count: number, text: string])[]): string {
  const some = counts.filter(([count]) => count > 0);
  return some.map((each) => each.join(' ')).join(', ');
}

export const peopleWords: Readonly<Record<Language, typeof id>> = { id, en };

export type Done = keyof typeof done;

export function isDone(text: unknown): text is Done {
  return typeof text === 'string' && Object.hasOwn(done, text);
}
