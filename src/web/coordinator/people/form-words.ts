import type { Language } from '../../language.js';

/** What can be wrong with a field. */
export type FieldProblem =
  | 'code'
  | 'text'
  | 'email'
  | 'needed'
  | 'both'
  | 'twice'
  | 'duplicate_unit'
  | 'duplicate_assessor'
  | 'duplicate_coordinator'
  | 'conflict_of_interest'
  | 'unknown_unit';

const problems: Record<FieldProblem, string> = {
  code: 'Kode terdiri atas paling banyak 64 huruf, angka, dan . _ -, diawali huruf atau angka.',
  text: 'Nama paling banyak 200 karakter, tanpa karakter tak terlihat.',
  email: 'Tuliskan satu alamat surel, misalnya admin@dinkes.go.id.',
  needed: 'Wajib diisi.',
  both: 'Isi nama dan surelnya, atau kosongkan keduanya.',
  twice: 'Surel ini sudah tercantum pada OPD ini.',
  duplicate_unit: 'Kode ini sudah dipakai OPD lain.',
  duplicate_assessor: 'Kode atau surel ini sudah dipakai asesor lain.',
  duplicate_coordinator: 'Surel ini sudah dipakai koordinator lain.',
  conflict_of_interest: 'Asesor ini sedang menilai OPD tersebut. Alihkan penilaiannya dahulu.',
  unknown_unit: 'OPD itu tidak ada dalam siklus ini.',
};

const id = {
  problems,
  addUnit: 'Tambah OPD',
  changeUnit: (name: string) => `Ubah ${name}`,
  unitCode: 'Kode OPD',
  unitName: 'Nama OPD',
  adminName: (no: number) => `Nama admin ${no}`,
  adminEmail: (no: number) => `Surel admin ${no}`,
  adminsHint:
    'Semua admin menerima surel OPD ini. Kosongkan baris untuk menghapus seorang admin: ia tidak dapat membukanya lagi. Admin baru menerima surel serah terima bila masih ada tugas yang belum selesai.',
  addHint: 'Tugas dalam tahap yang sedang dibuka langsung dibuat, dan adminnya menerima surel.',
  head: 'Pimpinan',
  headName: 'Nama pimpinan',
  headEmail: 'Surel pimpinan',
  secretaryHint:
    'Sekretaris boleh dikosongkan. Bila siklus memakai jenjang eskalasi, sekretaris menerima tembusan keterlambatan.',
  secretaryName: 'Nama sekretaris',
  secretaryEmail: 'Surel sekretaris',
  headHint:
    'Menerima tembusan keterlambatan dan hasil akhir. Kosongkan keduanya bila belum ada pimpinan.',
  save: 'Simpan',
  back: 'Kembali',
  backUnchanged: 'Kembali tanpa mengubah',
  mend: 'Belum disimpan. Perbaiki isian yang ditandai.',
  addAssessor: 'Tambah asesor',
  changeAssessor: (name: string) => `Ubah asesor ${name}`,
  assessorCode: 'Kode asesor',
  name: 'Nama',
  email: 'Surel',
  home: 'OPD asal, yang tidak boleh dinilainya',
  noHome: '– tanpa OPD asal –',
  emailHint: 'Masuk dan menerima surel dengan alamat ini.',
  addCoordinator: 'Tambah koordinator',
  changeCoordinator: (name: string) => `Ubah koordinator ${name}`,
  setSekda: 'Sekretaris Daerah',
  sekdaHint:
    'Bila siklus memakai jenjang eskalasi, Sekretaris Daerah menerima tembusan keterlambatan pada jenjang terakhir. Kosongkan keduanya bila tidak ada.',
  retire: 'Hentikan OPD ini …',
  removeAssessor: 'Hapus asesor ini …',
  removeCoordinator: 'Hapus koordinator ini …',
  confirm: 'Periksa dahulu',
  stale:
    'Keadaan telah berubah sejak ditunjukkan. Tidak ada yang diterapkan; berikut keadaan yang baru.',
  retired: (code: string) => `${code} dihentikan`,
  retiredMeans:
    'Jawaban dan bukti dukungnya tetap tersimpan. Admin dan pimpinannya tidak dapat membukanya lagi. OPD dapat diikutkan kembali, tetapi tugas yang ditutup tidak dibuka lagi.',
  leads: (numbers: string) => `Indikator ${numbers} kehilangan OPD penanggung jawab.`,
  setLead: 'Tetapkan OPD lain di halaman Penugasan',
  doRetire: 'Hentikan OPD',
  assessorRemoved: (name: string) => `Asesor ${name} dihapus`,
  assessorRemovedMeans:
    'Penilaian yang sudah selesai tetap tersimpan atas namanya. Ia tidak dapat membuka siklus ini lagi sebagai asesor.',
  doRemove: 'Hapus',
  coordinatorRemoved: (name: string) => `Koordinator ${name} dihapus`,
  coordinatorRemovedMeans: 'Ia tidak dapat membuka meja koordinator siklus ini lagi.',
  yourEmail:
    'Ini Bapak/Ibu sendiri: dengan surel lain, Bapak/Ibu harus masuk kembali memakai surel itu.',
  yourself: 'Ini Bapak/Ibu sendiri: setelah itu meja koordinator tidak dapat dibuka lagi.',
};

const en: typeof id = {
  problems: {
    code: 'A code has up to 64 letters, digits and . _ -, and begins with a letter or digit.',
    text: 'A name has up to 200 characters, none of them invisible.',
    email: 'Write one e-mail address, such as admin@dinkes.go.id.',
    needed: 'This is needed.',
    both: 'Write both the name and the address, or neither.',
    twice: 'This address stands with this unit already.',
    duplicate_unit: 'Another unit has this code.',
    duplicate_assessor: 'Another assessor has this code or this address.',
    duplicate_coordinator: 'Another coordinator has this address.',
    conflict_of_interest: 'This assessor assesses that unit. Hand that review over first.',
    unknown_unit: 'That unit takes no part in this cycle.',
  },
  addUnit: 'Add a unit',
  changeUnit: (name) => `Change ${name}`,
  unitCode: 'Code of the unit',
  unitName: 'Name of the unit',
  adminName: (no) => `Name of admin ${no}`,
  adminEmail: (no) => `Address of admin ${no}`,
  adminsHint:
    'All admins get the mails of the unit. Empty a row to remove an admin, who cannot open it any more. New admins get a handover mail while tasks are unfinished.',
  addHint: 'Tasks of phases that are open are made at once, and its admins get a mail.',
  head: 'Head',
  headName: 'Name of the head',
  headEmail: 'Address of the head',
  secretaryHint:
    'The secretary may be left out. In a cycle with an escalation ladder, the secretary gets copies of what is late.',
  secretaryName: 'Name of the secretary',
  secretaryEmail: 'Address of the secretary',
  headHint: 'Gets copies of what is late, and the final result. Empty both when there is none yet.',
  save: 'Save',
  back: 'Back',
  backUnchanged: 'Back without a change',
  mend: 'Not saved yet. Mend the fields that are marked.',
  addAssessor: 'Add an assessor',
  changeAssessor: (name) => `Change the assessor ${name}`,
  assessorCode: 'Code of the assessor',
  name: 'Name',
  email: 'Address',
  home: 'Home unit, which they may not assess',
  noHome: '– no home unit –',
  emailHint: 'They sign in and get mails with this address.',
  addCoordinator: 'Add a coordinator',
  changeCoordinator: (name) => `Change the coordinator ${name}`,
  setSekda: 'Regional secretary (Sekda)',
  sekdaHint:
    'In a cycle with an escalation ladder, the Sekda gets copies of what is late on the last rung. Empty both when there is none.',
  retire: 'Retire this unit …',
  removeAssessor: 'Remove this assessor …',
  removeCoordinator: 'Remove this coordinator …',
  confirm: 'Look first',
  stale: 'Things have changed since they were shown. Nothing was done; this is how it stands now.',
  retired: (code) => `${code} retires`,
  retiredMeans:
    'Its answers and evidence are kept. Its admins and its head cannot open it any more. It can take part again, but tasks that were closed stay closed.',
  leads: (numbers) => `Indicators ${numbers} lose their lead unit.`,
  setLead: 'Set another unit on the page of assignments',
  doRetire: 'Retire the unit',
  assessorRemoved: (name) => `The assessor ${name} is removed`,
  assessorRemovedMeans:
    'Finished reviews are kept in their name. They cannot open this cycle as an assessor any more.',
  doRemove: 'Remove',
  coordinatorRemoved: (name) => `The coordinator ${name} is removed`,
  coordinatorRemovedMeans: "They cannot open the coordinators' desk of this cycle any more.",
  yourEmail: 'This is you: with another address you have to sign in again under that one.',
  yourself: "This is you: after that you cannot open the coordinators' desk any more.",
};

export const formWords: Readonly<Record<Language, typeof id>> = { id, en };
