import { describe, expect, it } from '@jest/globals';
import { minutesFile } from '../../src/report/minutes/minutes-file.js';
import { pdfText } from '../notice/pdf-text.js';
import { at, outcome, sample } from './minutes-sample.js';

describe('minutes of a phase, as another program reads them', () => {
  it('say when, of what, by which letters, and what became of every unit', async () => {
    const pages = await pdfText(await minutesFile(sample()));
    const text = pages.join(' ');

    for (const part of [
      'PEMERINTAH KOTA PEKALONGAN DINAS KOMUNIKASI DAN INFORMATIKA',
      'BERITA ACARA PENILAIAN MANDIRI Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025 Nomor: …',
      'Pada hari ini, Selasa tanggal tiga puluh bulan September tahun dua ribu dua puluh lima (30-09-2025), bertempat di Pekalongan,',
      'Dibuka : Senin, 1 September 2025 pukul 00.00 WIB',
      'Ditutup : Selasa, 30 September 2025 pukul 23.59 WIB',
      'Jadwal: Senin, 1 September 2025 s.d. Jumat, 26 September 2025 menjadi Senin, 1 September 2025 s.d. Selasa, 30 September 2025 065/1201/IX/2025',
      'Perpanjangan Dinas Kesehatan: Selasa, 30 September 2025 menjadi Selasa, 7 Oktober 2025 060/040/IX/2025 Kebakaran',
      'Mengajukan tepat waktu 42',
      'Jumlah seluruhnya 50 Tanpa tugas pada tahap ini 2',
      'Mengajukan tepat waktu (42)',
      'Dinas Nomor 1 10-09-2025 10.15 WIB 1–4, 9, 11',
      'Terlambat: tidak mengajukan sampai tenggat (2)',
      'Dinas Lingkungan Hidup 30-09-2025 23.59 WIB 43–44',
      'Dinas Kesehatan s.d. 07-10-2025 23.59 WIB 060/040/IX/2025 Kebakaran ruang arsip di lantai dua 03-10-2025 14.30 WIB 12–13',
      'Dinas Sosial s.d. 07-10-2025 23.59 WIB tanpa nomor surat Kebakaran',
      'Masih berjalan dalam masa perpanjangan (1)',
      'Nihil: seluruh indikatornya disetujui nihil (1)',
      'Tanpa tugas pada tahap ini: Bagian Umum; Bagian Hukum.',
      '47. Tingkat Kematangan Layanan Publik Sektor 3 Sekretariat DPRD',
      'Koordinator, Siti Aminah, S.Kom. Koordinator, Joko Santoso Mengetahui, Kepala Dinas Komunikasi dan Informatika, Drs. Budi, M.Si. NIP 19700101 199503 1 001 Sekretaris Daerah, Ir. Wati',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('say on every page which it is, and of which state of the journal', async () => {
    const pages = await pdfText(await minutesFile(sample()));

    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      expect(page).toContain('Kota Pekalongan 2025 · jurnal nomor 1234 · a1b2c3d4e5f6 ');
    }
  });

  it('repeat the head of a table that goes on to another page', async () => {
    const pages = await pdfText(await minutesFile(sample()));

    const heads = pages.filter((page) =>
      page.includes('Mengajukan tepat waktu (42) No. Perangkat daerah Diajukan pada Indikator'),
    );
    expect(heads.length).toBeGreaterThan(1);
  });

  it('break a row that is taller than a page, and lose nothing of it', async () => {
    const reason = `${'kepentingan mendesak '.repeat(150)}sampai di sini`;
    const [version] = sample().versions;
    const versions = version ? [{ ...version, reason }] : [];

    const text = (await pdfText(await minutesFile(sample({ versions })))).join(' ');

    expect(text.match(/kepentingan/g)).toHaveLength(150);
    expect(text).toContain('sampai di sini');
  });

  it('leave lines of dots for what nobody has filled in', async () => {
    const filled = { number: '', date: null, place: '' };

    const [text = ''] = await pdfText(await minutesFile(sample({ filled })));

    expect(text).toMatch(/Pada hari ini, …+ tanggal …+ bulan …+ tahun …+, bertempat di …+,/);
  });

  it('name assessor and unit of each review, with its verdicts', async () => {
    const phase = { ...sample().phase, kind: 'review', title: 'Penilaian dokumen' } as const;
    const reviewed = outcome('in-time', 'Dinas Kesehatan', {
      assessor: 'Asesor Satu',
      finishedAt: at('2025-09-30T10:00'),
      verdicts: { accepted: 7, refused: 2 },
      findings: [3, 4],
    });
    const late = outcome('late', 'Dinas Sosial', { assessor: 'Asesor Dua', owed: [9] });

    const pages = await pdfText(
      await minutesFile(sample({ phase, outcomes: [reviewed, late], nihil: [] })),
    );

    const text = pages.join(' ');
    expect(text).toContain('Dinas Kesehatan asesor Asesor Satu 30-09-2025 10.00 WIB 7 / 2 3–4');
    expect(text).toContain('Dinas Sosial asesor Asesor Dua 30-09-2025 23.59 WIB 9');
  });

  it('are the same file to the byte for the same position of the journal', async () => {
    const [first, second] = [await minutesFile(sample()), await minutesFile(sample())];
    const filled = { ...sample().filled, number: '060/1' };
    const other = await minutesFile(sample({ filled }));

    expect(first.equals(second)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });
});
