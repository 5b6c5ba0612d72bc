import type { Refusal, RefusalCode } from '../../domain/refusal.js';
import type { FileRefusal } from '../../platform/files/file-refused.js';
import type { Language } from '../language.js';

type Words = Readonly<Partial<Record<RefusalCode, string>>>;

const id: Words = {
  not_found: 'Halaman ini tidak ada, atau bukan untuk Bapak/Ibu.',
  not_allowed: 'Bapak/Ibu dapat melihatnya, tetapi tidak dapat mengubahnya.',
  not_open:
    'Waktunya belum dibuka atau sudah lewat. Hubungi koordinator bila masih diperlukan waktu.',
  already_finished: 'Tugas ini sudah selesai, sehingga isinya terkunci.',
  already_decided: 'Hal ini sudah diputuskan.',
  already_asked: 'Permohonan untuk tahap itu sudah ada dan masih menunggu keputusan.',
  not_shorter: 'Waktu yang diberikan tidak dapat melebihi yang dimohon.',
  own_request: 'Perpanjangan OPD sendiri diputuskan oleh koordinator yang bukan dari OPD itu.',
  not_returned: 'Jawaban ini tidak dikembalikan oleh asesor, sehingga tetap terkunci.',
  not_assigned: 'Tidak ada penugasan untuk itu.',
  incomplete: 'Masih ada yang kurang.',
  level_not_allowed: 'Tingkat harus bilangan bulat dari 1 sampai 5.',
  level_not_reached: 'Tingkat melebihi bukti yang diterima.',
  link_not_allowed: 'Tautan harus dimulai dengan http:// atau https://.',
  unknown_evidence: 'Bukti dukung itu sudah tidak ada.',
  changed_meanwhile: 'Isinya telah diubah orang lain sementara Bapak/Ibu menulis.',
  opens_in_past: 'Tanggal buka itu sudah lewat.',
  closes_in_past: 'Tanggal tutup itu sudah lewat.',
  closes_before_opens: 'Tanggal tutup harus sesudah tanggal buka.',
  already_open: 'Tahap itu sudah dibuka, sehingga tanggal bukanya tidak dapat bergeser.',
  already_closed: 'Tahap itu sudah ditutup.',
  not_later: 'Tenggat yang baru harus sesudah tenggat sekarang, dan belum lewat.',
  already_paused: 'Siklus sudah dijeda.',
  not_paused: 'Siklus tidak sedang dijeda.',
  not_closed: 'Tahap itu belum ditutup, sehingga berita acaranya belum dapat dibuat.',
  result_altered:
    'Hasil yang tersimpan tidak lagi sama dengan yang diterbitkan, sehingga laporannya tidak dibuat. Periksa halaman hasil dan jurnal, lalu hubungi pengelola basis data.',
  unknown_phase: 'Tahap itu tidak ada dalam siklus ini.',
  conflict_of_interest: 'Asesor tidak boleh menilai OPD asalnya.',
  already_assigned: 'Penugasan itu sudah ada.',
  unknown_unit: 'OPD itu tidak ada dalam siklus ini.',
  duplicate_unit: 'OPD dengan kode itu sudah ikut dalam siklus ini.',
  duplicate_assessor: 'Kode atau surel itu sudah dipakai asesor lain.',
  duplicate_coordinator: 'Surel itu sudah dipakai koordinator lain.',
  last_coordinator: 'Koordinator terakhir tidak dapat dihapus. Tambahkan koordinator lain dahulu.',
  still_assigned: 'Asesor ini masih ditugaskan. Alihkan atau lepaskan dahulu di halaman Penugasan:',
  unknown_assessor: 'Asesor itu tidak ada dalam siklus ini.',
  unknown_indicator: 'Indikator itu tidak ada.',
  external_value:
    'Nilai indikator ini berasal dari instansi lain, sehingga tidak ada penanggung jawabnya.',
};

const en: Words = {
  not_found: 'There is no such page, or it is not for you.',
  not_allowed: 'You may read this, but not change it.',
  not_open: 'It is not open yet, or no longer. Ask the coordinator if you need more time.',
  already_finished: 'This task is finished, so its content is locked.',
  already_decided: 'This has been decided already.',
  already_asked: 'There is a request for that phase already, which still waits for a decision.',
  not_shorter: 'No more time can be given than was asked for.',
  own_request:
    'An extension of one’s own unit is decided by a coordinator who is not of that unit.',
  not_returned: 'No assessor has returned this answer, so it stays locked.',
  not_assigned: 'There is no such assignment.',
  incomplete: 'Something is still missing.',
  level_not_allowed: 'A level is a whole number from 1 to 5.',
  level_not_reached: 'The level is above what the accepted evidence carries.',
  link_not_allowed: 'A link begins with http:// or https://.',
  unknown_evidence: 'That evidence is no longer there.',
  changed_meanwhile: 'Somebody else has changed it while you were writing.',
  opens_in_past: 'That opening date is past.',
  closes_in_past: 'That closing date is past.',
  closes_before_opens: 'A phase closes after it opens.',
  already_open: 'That phase is open already, so its opening date cannot move.',
  already_closed: 'That phase is closed already.',
  not_later: 'A new deadline is later than the present one, and not past.',
  already_paused: 'The cycle is paused already.',
  not_paused: 'The cycle is not paused.',
  not_closed: 'That phase is not over yet, so there are no minutes of it.',
  result_altered:
    'The stored result is no longer what was published, so no report is made of it. Look at the page of the result and at the journal, then turn to whoever keeps the database.',
  unknown_phase: 'There is no such phase in this cycle.',
  conflict_of_interest: 'An assessor may not assess the home unit.',
  already_assigned: 'That assignment exists already.',
  unknown_unit: 'That unit takes no part in this cycle.',
  duplicate_unit: 'A unit with that code takes part already.',
  duplicate_assessor: 'Another assessor has that code or that address.',
  duplicate_coordinator: 'Another coordinator has that address.',
  last_coordinator: 'The last coordinator cannot be removed. Add another one first.',
  still_assigned:
    'This assessor still has units. Hand them over or take them off on the page of assignments first:',
  unknown_assessor: 'That assessor takes no part in this cycle.',
  unknown_indicator: 'There is no such indicator.',
  external_value: 'The value of this indicator comes from another agency, so nobody leads it.',
};

/** Of a whole page, where `not_allowed` speaks of changing what one reads. */
export const notToRead: Readonly<Record<Language, string>> = {
  id: 'Halaman ini bukan untuk peran Bapak/Ibu.',
  en: 'This page is not for your role.',
};

const files: Readonly<Record<Language, Record<FileRefusal, string>>> = {
  id: {
    file_too_large: 'Berkas terlalu besar.',
    file_type_not_allowed:
      'Jenis berkas ini tidak dapat diterima. Yang diterima: PDF, gambar, dan dokumen Office.',
    file_empty: 'Berkas itu kosong.',
    file_infected: 'Pemindai menemukan virus pada berkas itu.',
    upload_broken: 'Unggahan terputus. Silakan mengunggah kembali.',
    scanner_unavailable:
      'Pemindai virus sedang tidak menjawab. Silakan mencoba beberapa saat lagi.',
  },
  en: {
    file_too_large: 'The file is too large.',
    file_type_not_allowed:
      'Files of this type are not taken. PDF, images and Office documents are.',
    file_empty: 'The file is empty.',
    file_infected: 'The scanner found a virus in that file.',
    upload_broken: 'The upload broke off. Please send it again.',
    scanner_unavailable: 'The virus scanner does not answer. Please try again in a while.',
  },
};

export function refusalText({ code }: Pick<Refusal, 'code'>, language: Language): string {
  return { id, en }[language][code] ?? code;
}

export function fileRefusalText(code: FileRefusal, language: Language): string {
  return files[language][code];
}
