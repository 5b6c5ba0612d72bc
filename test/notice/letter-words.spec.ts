import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import type { LetterEntry } from '../../src/notice/letter/letter.js';
import { countdown, longDeadline } from '../../src/notice/letter/words/dates.js';
import { entries, head, letter, overdue, phase, reminder } from './letters.js';

describe('rule 12: a mail speaks of now', () => {
  it('counts the days that are left', () => {
    expect([7, 1, 0, -1, -3].map(countdown)).toEqual([
      '7 hari lagi',
      'besok',
      'hari ini',
      'terlambat 1 hari',
      'terlambat 3 hari',
    ]);
  });

  it('says the same in plain text', () => {
    expect(composeMail(letter('reminder')).text).toBe(
      [
        'Yth. Bapak/Ibu Siti Aminah',
        'Admin Dinas Kesehatan',
        '',
        'Dengan hormat,',
        '',
        'Terkait Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025, bersama ini kami',
        'sampaikan pemberitahuan berikut.',
        '',
        'PENGINGAT H-7: Penilaian mandiri',
        'OPD     : Dinas Kesehatan',
        'Tenggat : Selasa, 30 September 2025 pukul 23.59 WIB (7 hari lagi)',
        '',
        'Kami ingatkan bahwa tugas pada tahap Penilaian mandiri belum selesai,',
        'sedangkan waktunya berakhir 7 hari lagi. Mohon mengisi tingkat kematangan,',
        'narasi, dan bukti dukung setiap indikator yang menjadi tanggung jawab OPD',
        'Bapak/Ibu, lalu mengajukannya.',
        '',
        'Buka penilaian: https://siklus.example.test/kerja/spbe-2025/penilaian-mandiri/DINKES',
        '',
        'Demikian disampaikan, atas perhatian dan kerja sama Bapak/Ibu kami ucapkan',
        'terima kasih.',
        '',
        'Tim SPBE Kota Pekalongan',
        'Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025',
        '',
        '-- ',
        'Surel ini dikirim otomatis oleh sistem Siklus; mohon tidak membalas.',
        'Jadwal versi 3.',
        'Mengapa Anda menerima surel ini: https://siklus.example.test/surel/5b0f9d3e-2c1a-4f6b-8d7e-0a1b2c3d4e5f',
        '',
      ].join('\n'),
    );
  });
});

describe('rule 2: a deadline', () => {
  it.each([
    ['2025-10-01T00:00+07:00', 'Asia/Jakarta', 'Selasa, 30 September 2025 pukul 23.59 WIB'],
    ['2025-09-30T16:00+07:00', 'Asia/Jakarta', 'Selasa, 30 September 2025 sebelum pukul 16.00 WIB'],
    ['2025-09-30T00:00+07:00', 'Asia/Jakarta', 'Selasa, 30 September 2025 sebelum pukul 00.00 WIB'],
    ['2025-10-01T00:00+08:00', 'Asia/Makassar', 'Selasa, 30 September 2025 pukul 23.59 WITA'],
    ['2025-10-01T00:00+09:00', 'Asia/Jayapura', 'Selasa, 30 September 2025 pukul 23.59 WIT'],
    ['2025-10-01T00:00+02:00', 'Europe/Berlin', 'Selasa, 30 September 2025 pukul 23.59 GMT+2'],
    [
      '2025-10-01T00:00-02:30',
      'America/St_Johns',
      'Selasa, 30 September 2025 pukul 23.59 GMT-2:30',
    ],
    ['2025-10-01T00:00Z', 'UTC', 'Selasa, 30 September 2025 pukul 23.59 GMT'],
  ])('of %s in %s reads %s', (at, zone, words) => {
    const date = Temporal.PlainDate.from('2025-09-30');

    expect(longDeadline(Temporal.Instant.from(at), date, zone)).toBe(words);
  });
});

describe('rule 10: the subject', () => {
  it.each([
    ['opened', 'Penilaian mandiri dibuka, berakhir Selasa, 30 September 2025'],
    ['reminder', 'Pengingat H-7: Penilaian mandiri berakhir Selasa, 30 September 2025'],
    ['overdue', 'Terlambat 3 hari: Penilaian mandiri, tenggat Selasa, 30 September 2025'],
    ['blocked', 'Penilaian dokumen belum dapat dibuka'],
    ['rescheduled', 'Jadwal berubah: Penilaian mandiri kini berakhir Jumat, 10 Oktober 2025'],
    ['extended', 'Penilaian mandiri diperpanjang sampai Selasa, 7 Oktober 2025'],
    ['handover', 'Serah terima tugas: Penilaian mandiri, berakhir Selasa, 30 September 2025'],
    [
      'assigned',
      'Penugasan baru: Penilaian dokumen (Dinas Lingkungan Hidup), berakhir Jumat, 31 Oktober 2025',
    ],
    ['unassigned', 'Penugasan berakhir: Penilaian dokumen (Dinas Lingkungan Hidup)'],
    ['returned', 'Penilaian dokumen: 3 indikator perlu diperbaiki'],
    ['comment', 'Klarifikasi indikator 32: Penilaian dokumen'],
    ['cycle-closed', 'Hasil diterbitkan: indeks 3,76, predikat Sangat Baik'],
  ] as const)('of %s says: %s', (kind, subject) => {
    expect(composeMail(letter(kind)).subject).toBe(`[SPBE 2025] ${subject}`);
  });

  it('of the last day says that it is today', () => {
    const entry = { ...reminder, offset: 'H', daysLeft: 0 };

    expect(composeMail(letter('reminder', { entries: [entry] })).subject).toBe(
      '[SPBE 2025] Pengingat hari H: Penilaian mandiri berakhir hari ini, Selasa, 30 September 2025',
    );
  });

  it.each([
    ['spbe-2025', 'Evaluasi SPBE 2025', '[SPBE 2025]'],
    ['pemdi-2026', 'Penilaian Pemdi Kota 2026', '[Pemdi 2026]'],
    ['uji_coba.1', 'Percobaan', '[UJI COBA 1]'],
  ])('of cycle %s, "%s", begins with %s', (code, title, tag) => {
    const { subject } = composeMail(
      letter('blocked', { cycle: { code, title, zone: 'Asia/Jakarta' } }),
    );

    expect(subject).toBe(`${tag} Penilaian dokumen belum dapat dibuka`);
  });
});

describe('rule 11: a mail of several notices', () => {
  const subject = (...given: LetterEntry[]): string =>
    composeMail(letter('reminder', { entries: given })).subject;

  it('names how many there are, and first what can still be met', () => {
    expect(subject(overdue, entries.extended, entries.handover)).toBe(
      '[SPBE 2025] 3 pemberitahuan (1 terlambat); paling mendesak: Penilaian mandiri berakhir besok',
    );
  });

  it('names the lateness when all is late', () => {
    expect(subject(overdue, { ...overdue, phase: phase('briefing'), daysLeft: -30 })).toBe(
      '[SPBE 2025] 2 pemberitahuan; paling mendesak: Penilaian mandiri terlambat 3 hari',
    );
  });

  it('names the first when none has days to count', () => {
    expect(subject(entries.returned, entries.unassigned)).toBe(
      '[SPBE 2025] 2 pemberitahuan; paling mendesak: Penilaian dokumen (perlu perbaikan)',
    );
  });

  it('numbers them in plain text', () => {
    const { text } = composeMail(letter('reminder', { entries: [overdue, reminder] }));

    expect(text.match(/^\d\. .*/gm)).toEqual([
      '1. MELEWATI TENGGAT: Penilaian mandiri',
      '2. PENGINGAT H-7: Penilaian mandiri',
    ]);
  });

  it('tells the reader that the head has a copy', () => {
    const { text } = composeMail(letter('overdue', { cc: [head] }));

    expect(text).toContain('\nTembusan: Yth. Bapak/Ibu dr. Budi Santoso\n');
  });
});
