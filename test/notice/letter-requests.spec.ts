import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import { entries, letter } from './letters.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('rule 12: a mail to a unit that has asked for more time', () => {
  it.each(['overdue', 'reminder'] as const)('says so in an %s, in both parts', (kind) => {
    const entry = { ...entries[kind], waiting: '2025-10-07' };

    const { text, html } = composeMail(letter(kind, { entries: [entry] }));

    const said =
      'Permohonan dispensasi Bapak/Ibu sampai Selasa, 7 Oktober 2025 sedang menunggu keputusan.';
    expect(flat(text)).toContain(said);
    expect(flat(html)).toContain(said);
    expect(flat(text)).not.toContain('(dispensasi) dapat diajukan');
  });

  it('names the time of day that was asked for', () => {
    const entry = { ...entries.overdue, waiting: '2025-10-07T16:00' };

    const { text } = composeMail(letter('overdue', { entries: [entry] }));

    expect(flat(text)).toContain(
      'sampai Selasa, 7 Oktober 2025 sebelum pukul 16.00 WIB sedang menunggu',
    );
  });

  it('tells who has not asked that they may', () => {
    const { text } = composeMail(letter('overdue'));

    expect(flat(text)).toContain('(dispensasi) dapat diajukan');
    expect(flat(text)).not.toContain('menunggu keputusan');
  });
});

describe('a mail about a request', () => {
  it('leads a coordinator to what is to be decided', () => {
    const { subject, text } = composeMail(letter('extension-asked'));

    expect(subject).toBe(
      '[SPBE 2025] Permohonan dispensasi: Penilaian mandiri (Dinas Kesehatan), dimohon sampai Selasa, 7 Oktober 2025',
    );
    expect(flat(text)).toContain('berdasarkan surat nomor 060/040/X/2025.');
    expect(text).toContain(
      '/koordinator/spbe-2025/keputusan/dispensasi/0c5b7c0e-6f0c-4b57-9d5f-3f0c9d6d8a11',
    );
  });

  it('tells the unit that it is refused, and why', () => {
    const { subject, text } = composeMail(letter('extension-refused'));

    expect(subject).toBe(
      '[SPBE 2025] Permohonan dispensasi ditolak: Penilaian mandiri, tenggat Selasa, 30 September 2025',
    );
    expect(flat(text)).toContain('Jadwal penilaian sudah dekat');
  });
});
