import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import type { LetterEntry } from '../../src/notice/letter/letter.js';
import { admin, entries, letter, overdue, phase, wib } from './letters.js';

describe('rule 10: what a notice says', () => {
  /** From the heading of its card to the closing. */
  const card = (entry: LetterEntry, to = letter(entry.kind).to): string => {
    const { text } = composeMail(letter(entry.kind, { to, baseUrl: null, entries: [entry] }));
    return text.slice(text.indexOf('berikut.') + 10, text.indexOf('\n\nDemikian'));
  };

  it('opened: what is asked', () => {
    expect(card(entries.opened)).toBe(`TUGAS BARU: Penilaian mandiri
OPD     : Dinas Kesehatan
Tenggat : Selasa, 30 September 2025 pukul 23.59 WIB (29 hari lagi)

Tahap Penilaian mandiri telah dibuka. Mohon mengisi tingkat kematangan,
narasi, dan bukti dukung setiap indikator yang menjadi tanggung jawab OPD
Bapak/Ibu, lalu mengajukannya.`);
  });

  it('overdue: how to get more time', () => {
    expect(card(overdue)).toBe(`MELEWATI TENGGAT: Penilaian mandiri
OPD     : Dinas Kesehatan
Tenggat : Selasa, 30 September 2025 pukul 23.59 WIB (terlambat 3 hari)

Tenggat tahap Penilaian mandiri telah lewat, sedangkan tugas belum
diselesaikan. Mohon segera menghubungi koordinator; bila masih diperlukan
waktu, perpanjangan (dispensasi) dapat diajukan beserta alasannya.`);
  });

  it('blocked: what is missing, cut when it is long', () => {
    const missing = Array.from({ length: 12 }, (_, index) => `Kecamatan ${index + 1}`);

    expect(card({ ...entries.blocked, facts: { missing } })).toBe(`TAHAP TERTAHAN: Penilaian dokumen
Tenggat : Jumat, 31 Oktober 2025 pukul 23.59 WIB

Tahap Penilaian dokumen seharusnya sudah dibuka, tetapi persyaratannya belum
terpenuhi. Tahap ini terbuka dengan sendirinya begitu persyaratan terpenuhi,
atau dapat dibuka oleh koordinator dengan menyebutkan alasannya.

OPD yang belum memiliki asesor:
${missing
  .slice(0, 10)
  .map((name) => `- ${name}`)
  .join('\n')}
- dan 2 lainnya`);
  });

  it('rescheduled: the old date and the new', () => {
    expect(card(entries.rescheduled)).toBe(`PERUBAHAN JADWAL: Penilaian mandiri
OPD     : Dinas Kesehatan
Tenggat : Jumat, 10 Oktober 2025 sebelum pukul 16.00 WIB (17 hari lagi)
Semula  : Selasa, 30 September 2025 pukul 23.59 WIB

Jadwal tahap Penilaian mandiri berubah; mohon memperhatikan tenggat yang baru.
Mohon mengisi tingkat kematangan, narasi, dan bukti dukung setiap indikator
yang menjadi tanggung jawab OPD Bapak/Ibu, lalu mengajukannya.`);
  });

  const surat = '060/040/III/2025';

  it('rescheduled: the letter that it rests on', () => {
    const entry = entries.rescheduled;

    expect(card({ ...entry, facts: { ...entry.facts, letter: surat } })).toContain(
      `Jadwal tahap Penilaian mandiri berubah berdasarkan surat nomor
060/040/III/2025; mohon memperhatikan tenggat yang baru.`,
    );
  });

  it('extended: the letter that it rests on, and the old date', () => {
    const { oldDeadline = '', oldDate = '' } = entries.rescheduled.facts;
    const facts = { oldDeadline, oldDate, letter: surat, reason: 'Kebakaran ruang arsip' };

    expect(card({ ...entries.extended, facts })).toBe(`PERPANJANGAN WAKTU: Penilaian mandiri
OPD     : Dinas Kesehatan
Tenggat : Selasa, 7 Oktober 2025 pukul 23.59 WIB (14 hari lagi)
Semula  : Selasa, 30 September 2025 pukul 23.59 WIB
Alasan  : Kebakaran ruang arsip

Waktu untuk tahap Penilaian mandiri bagi Dinas Kesehatan diperpanjang
berdasarkan surat nomor 060/040/III/2025. Mohon mengisi tingkat kematangan,
narasi, dan bukti dukung setiap indikator yang menjadi tanggung jawab OPD
Bapak/Ibu, lalu mengajukannya.`);
  });

  it('extended: the new date and the reason', () => {
    const entry = { ...entries.extended, phase: phase('revision') };

    expect(card(entry)).toBe(`PERPANJANGAN WAKTU: Revisi dokumen
OPD     : Dinas Kesehatan
Tenggat : Selasa, 7 Oktober 2025 pukul 23.59 WIB (14 hari lagi)
Alasan  : Kebakaran ruang arsip

Waktu untuk tahap Revisi dokumen bagi Dinas Kesehatan diperpanjang. Mohon
memperbaiki jawaban dan bukti dukung yang dikembalikan asesor, lalu
mengajukannya kembali.`);
  });

  it('extended: asks no admin to carry out a review', () => {
    const entry = { ...entries.extended, phase: phase('review') };

    expect(card(entry, admin)).toContain('Penilaian dilakukan oleh asesor;');
  });

  it('handover: that the work goes on', () => {
    expect(card({ ...entries.handover, phase: phase('briefing') }))
      .toBe(`SERAH TERIMA TUGAS: Sosialisasi
OPD     : Dinas Kesehatan
Tenggat : Selasa, 30 September 2025 pukul 23.59 WIB (besok)

Sebagai admin baru Dinas Kesehatan, Bapak/Ibu melanjutkan tugas pada tahap
Sosialisasi; isian yang sudah tersimpan tetap ada. Mohon mengikuti
sosialisasi, lalu mengonfirmasi keikutsertaan OPD Bapak/Ibu.`);
  });

  it('assigned: whom to assess', () => {
    expect(card(entries.assigned)).toBe(`PENUGASAN BARU: Penilaian dokumen
OPD     : Dinas Lingkungan Hidup
Tenggat : Jumat, 31 Oktober 2025 pukul 23.59 WIB (38 hari lagi)

Bapak/Ibu ditugaskan sebagai asesor Dinas Lingkungan Hidup pada tahap
Penilaian dokumen. Mohon menilai setiap jawaban beserta bukti dukungnya, lalu
menyelesaikan penilaian.`);
  });

  it('unassigned: that nothing is left to do', () => {
    expect(card(entries.unassigned)).toBe(`PENUGASAN BERAKHIR: Penilaian dokumen
OPD : Dinas Lingkungan Hidup

Penugasan Bapak/Ibu sebagai asesor Dinas Lingkungan Hidup pada tahap Penilaian
dokumen telah berakhir. Tidak ada lagi yang perlu dikerjakan untuk penugasan
ini.`);
  });

  it('returned: the numbers of the indicators', () => {
    expect(card(entries.returned)).toBe(`PERLU PERBAIKAN: Penilaian dokumen
OPD       : Dinas Kesehatan
Indikator : 3, 32, dan 45

Penilaian atas Dinas Kesehatan pada tahap Penilaian dokumen telah selesai; 3
indikator perlu diperbaiki. Mohon mempelajari catatan asesor dan menyiapkan
perbaikannya untuk tahap revisi.`);
  });

  it('outage: from when to when, how much of what, and what it was', () => {
    expect(card(entries.outage)).toBe(`GANGGUAN LAYANAN: Sistem sempat tidak berjalan
Sejak  : Senin, 29 September 2025 pukul 08.00 WIB
Sampai : Rabu, 1 Oktober 2025 pukul 09.30 WIB

Sistem sempat tidak berjalan, sehingga yang jatuh waktu selama itu baru
dikerjakan ketika sistem kembali. Terlambat berpindah status: 1 tahap dan 12
tugas. Surel yang jatuh waktu: 1 terlambat dikirim, 2 digabung ke surel yang
lebih baru, dan 1 tidak dikirim karena tidak ada yang perlu dijawab.

Yang terlambat berpindah status:
- Penilaian mandiri (Dinas Kesehatan): tugas terlewat, seharusnya Rabu, 1
  Oktober 2025 pukul 00.00 WIB
- Penilaian mandiri (seluruh tahap): ditutup, seharusnya Rabu, 1 Oktober 2025
  pukul 00.00 WIB
- dan 11 lainnya

Surel yang terlambat dikirim:
- Peringatan H+1 Penilaian mandiri (Dinas Lingkungan Hidup), seharusnya Senin,
  29 September 2025 pukul 08.00 WIB

Surel yang digabung ke surel yang lebih baru:
- Pengingat H-1 Penilaian mandiri (Dinas Lingkungan Hidup), digabung ke
  Peringatan H+1, seharusnya Senin, 29 September 2025 pukul 08.00 WIB
- Pembukaan tahap Penilaian mandiri (Dinas Lingkungan Hidup), digabung ke
  Peringatan H+1, seharusnya Senin, 29 September 2025 pukul 08.00 WIB

Surel yang tidak dikirim karena tidak ada yang perlu dijawab:
- Pengingat H Penilaian mandiri (Dinas Lingkungan Hidup), seharusnya Senin, 29
  September 2025 pukul 08.00 WIB`);
  });

  it('outage: leads to the report', () => {
    const { text, html } = composeMail(letter('outage'));

    const url = 'https://siklus.example.test/koordinator/spbe-2025/gangguan';
    expect(text).toContain(`Buka laporan gangguan: ${url}\n`);
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain('<li>dan 11 lainnya</li>');
  });

  it.each([
    { index: '3.76', target: '4.00', words: '4,00 (belum tercapai)' },
    { index: '4.00', target: '4', words: '4 (tercapai)' },
    { index: '10.00', target: '9.995', words: '9,995 (tercapai)' },
  ])('cycle-closed: index $index, target $words', ({ index, target, words }) => {
    const result = { index, predikat: 'Sangat Baik', target };

    expect(card({ ...entries['cycle-closed'], facts: { result } }))
      .toBe(`HASIL AKHIR: Pelaporan hasil
Indeks   : ${index.replace('.', ',')}
Predikat : Sangat Baik
Target   : ${words}

Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025 telah selesai dan hasilnya
telah diterbitkan.`);
  });

  it('rescheduled: no old date when nobody knows it', () => {
    const facts = { oldDeadline: '', oldDate: 'undefined' };

    expect(
      card({ ...entries.rescheduled, deadline: wib('2025-10-11T00:00'), facts }),
    ).not.toContain('Semula');
  });
});
