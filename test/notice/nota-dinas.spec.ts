import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { notaDinasFile } from '../../src/notice/nota-dinas/nota-dinas-file.js';
import type { NotaDinas } from '../../src/notice/nota-dinas/nota-dinas.js';
import { pdfText } from './pdf-text.js';

const at = (moment: string): Temporal.Instant => Temporal.Instant.from(`${moment}+07:00`);

const dinkes: NotaDinas = {
  letterhead: {
    government: 'Pemerintah Kota Pekalongan',
    office: 'Dinas Komunikasi dan Informatika',
    address: 'Jalan Majapahit Nomor 1, Pekalongan',
    logo: null,
    signer: {
      office: 'Kepala Dinas Kominfo',
      name: 'Drs. Budi, M.Si.',
      nip: '19700101 199503 1 001',
    },
  },
  from: 'Tim SPBE',
  to: 'Kepala Dinas Kesehatan',
  at: at('2025-10-06T08:00'),
  cycle: { title: 'Pemantauan dan Evaluasi SPBE 2025', zone: 'Asia/Jakarta' },
  unit: 'Dinas Kesehatan',
  matters: [
    {
      phase: { title: 'Penilaian mandiri', kind: 'self-assessment' },
      deadline: at('2025-10-01T00:00'),
      deadlineDate: Temporal.PlainDate.from('2025-09-30'),
      workingDaysLate: 4,
      missing: ['Indikator 1 (Kebijakan): belum diisi', 'Indikator 2 (Tata kelola): belum lengkap'],
      sent: [{ at: at('2025-09-23T08:00'), what: 'Pengingat H-7', people: 2 }],
    },
  ],
};

describe('a nota dinas', () => {
  it('says to whom, from whom, when and about what, as another program reads it', async () => {
    const [text = '', ...more] = await pdfText(await notaDinasFile(dinkes));

    expect(more).toEqual([]);
    for (const part of [
      'PEMERINTAH KOTA PEKALONGAN DINAS KOMUNIKASI DAN INFORMATIKA Jalan Majapahit Nomor 1',
      'NOTA DINAS',
      'Kepada : Yth. Kepala Dinas Kesehatan',
      'Dari : Kepala Dinas Kominfo',
      'Tanggal : 6 Oktober 2025',
      'Nomor : …',
      'Lampiran : -',
      'Hal : Keterlambatan Dinas Kesehatan',
      'Tenggat : Selasa, 30 September 2025 pukul 23.59 WIB',
      'Terlambat : 4 hari kerja',
      'Indikator 1 (Kebijakan): belum diisi',
      'Selasa, 23 September 2025 pukul 08.00 WIB: Pengingat H-7, kepada 2 orang',
      'Drs. Budi, M.Si. NIP 19700101 199503 1 001',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is the same file to the byte for the same time, and another at another', async () => {
    const [first, second, later] = [
      await notaDinasFile(dinkes),
      await notaDinasFile(dinkes),
      await notaDinasFile({ ...dinkes, at: at('2025-10-06T08:01') }),
    ];

    expect(first.equals(second)).toBe(true);
    expect(first.equals(later)).toBe(false);
  });

  it('does without all that nobody set, and cuts a long list', async () => {
    const bare = {
      ...{ government: '', office: '', address: '', logo: null },
      signer: { office: '', name: '', nip: '' },
    };
    const [matter] = dinkes.matters;
    const missing = Array.from({ length: 47 }, (_, index) => `Indikator ${index + 1}: belum diisi`);
    const matters = matter ? [{ ...matter, missing, sent: [] }] : [];

    const text = (
      await pdfText(await notaDinasFile({ ...dinkes, letterhead: bare, matters }))
    ).join(' ');

    expect(text).toContain('TIM SPBE');
    expect(text).toContain('Dari : Tim SPBE');
    expect(text).toContain('Indikator 20: belum diisi');
    expect(text).not.toContain('Indikator 21: ');
    expect(text).toContain('dan 27 lainnya');
    expect(text).toContain('Belum ada pemberitahuan yang tercatat terkirim.');
  });

  it('lets no name turn its lines or break them', async () => {
    const [text = ''] = await pdfText(
      await notaDinasFile({ ...dinkes, to: 'Kepala\u202e\nDinas\u0000' }),
    );

    expect(text).toContain('Yth. Kepala Dinas Dari');
  });
});
