import type { AskedFlaw } from '../../api/asked-form.js';
import type { Language } from '../language.js';

const flawsId: Readonly<Record<AskedFlaw, string>> = {
  missing: 'Bagian ini perlu diisi.',
  no_date: 'Tuliskan tanggal yang ada dalam kalender, bila perlu dengan jam (00:00–23:59).',
  too_long: 'Tulisan ini terlalu panjang.',
  no_text: 'Tulisan ini memuat karakter yang tidak dapat disimpan.',
};

const id = {
  title: 'Dispensasi',
  intro:
    'Bila waktunya tidak cukup, ajukan perpanjangan dengan alasan dan surat OPD. Selama belum diputuskan, tenggat semula tetap berlaku.',
  deadline: (date: string) => `tenggat ${date}`,
  ask: 'Ajukan dispensasi',
  closes: 'Mohon waktu sampai',
  time: 'Jam (bila bukan seharian)',
  reason: 'Alasan',
  letter: 'Nomor surat',
  letterHint: 'Nomor surat OPD, misalnya 060/040/IX/2025; disebutkan dalam surel perpanjangan.',
  file: 'Surat (berkas)',
  send: 'Kirim permohonan',
  withdraw: 'Tarik kembali',
  wished: (until: string) => `dimohon sampai ${until}`,
  granted: (until: string) => `diperpanjang sampai ${until}`,
  letterNo: (no: string) => `surat nomor ${no}`,
  problem: 'Permohonan belum terkirim, karena ada yang perlu diperbaiki.',
  noFile: 'Pilih berkas suratnya.',
  fileAgain: 'Pilih kembali berkas suratnya.',
  sent: 'Permohonan telah dikirim. Koordinator diberi tahu melalui surel.',
  withdrawn: 'Permohonan telah ditarik kembali.',
  flaws: flawsId,
};

const en: typeof id = {
  title: 'More time',
  intro:
    'If there is not enough time, ask for more, with a reason and a letter. Until it is decided, the present deadline holds.',
  deadline: (date) => `deadline ${date}`,
  ask: 'Ask for more time',
  closes: 'Time until',
  time: 'Time of day (if not the whole day)',
  reason: 'Reason',
  letter: 'Number of the letter',
  letterHint: "Of the unit's letter, such as 060/040/IX/2025; mails about the extension quote it.",
  file: 'The letter (file)',
  send: 'Send the request',
  withdraw: 'Withdraw',
  wished: (until) => `until ${until}`,
  granted: (until) => `extended until ${until}`,
  letterNo: (no) => `letter ${no}`,
  problem: 'The request was not sent: something has to be corrected.',
  noFile: 'Choose the file of the letter.',
  fileAgain: 'Choose the file of the letter again.',
  sent: 'The request was sent. The coordinators are told by mail.',
  withdrawn: 'The request was withdrawn.',
  flaws: {
    missing: 'This has to be filled in.',
    no_date: 'Write a date that the calendar has, with a time of day (00:00–23:59) if need be.',
    too_long: 'This text is too long.',
    no_text: 'This text holds characters that cannot be stored.',
  },
};

export const extensionWords: Readonly<Record<Language, typeof id>> = { id, en };
