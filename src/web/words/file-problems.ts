import type { Language } from '../language.js';

/**
 * What is wrong with a spreadsheet is said in English by who reads it. Each pattern is a whole sentence of
 * theirs; what stands in its brackets comes from the file and stays as it is.
 */
// prettier-ignore
const indonesian: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^no unit "(.*)" in this cycle: did you mean (.*)\?$/,                  'OPD "$1" tidak ada dalam siklus ini: apakah maksudnya $2?'],
  [/^no unit "(.*)" in this cycle: .*$/,                                   'OPD "$1" tidak ada dalam siklus ini: tuliskan kode atau nama persisnya'],
  [/^no assessor "(.*)" in this cycle: did you mean (.*)\?$/,              'Asesor "$1" tidak ada dalam siklus ini: apakah maksudnya $2?'],
  [/^no assessor "(.*)" in this cycle: .*$/,                               'Asesor "$1" tidak ada dalam siklus ini: tuliskan kode atau nama persisnya'],
  [/^"(.*)" can be several: write the code, (.*)$/,                        '"$1" dapat berarti beberapa: tuliskan kodenya, $2'],
  [/^(.*) takes part in this cycle no more: let it .*$/,                   '$1 tidak lagi ikut dalam siklus ini: ikutkan kembali di halaman ini, atau hapus barisnya'],
  [/^(.*) takes part in this cycle no more: .*$/,                          '$1 tidak lagi ikut dalam siklus ini: tuliskan OPD lain'],
  [/^(.*) is the home unit of (.*): name somebody from another unit$/,     '$1 adalah OPD asal $2: tuliskan asesor dari OPD lain'],
  [/^(.*) stands with (.*) in row (\d+) already: keep one$/,               '$1 untuk $2 sudah tercantum di baris $3: sisakan satu saja'],
  [/^indicator (\d+) stands in row (\d+) already: .*$/,                    'Indikator $1 sudah tercantum di baris $2: sisakan satu saja'],
  [/^expected a number from 1 to (\d+), found "(.*)"$/,                    'Seharusnya nomor dari 1 sampai $1, yang tertulis "$2"'],
  [/^is empty: name the unit that is assessed$/,                           'Kosong: tuliskan OPD yang dinilai'],
  [/^the level comes from (.*): leave this cell empty$/,                   'Nilainya berasal dari $1: kosongkan sel ini'],
  [/^this indicator has no title of its own: .*$/,                         'Indikator ini tidak memiliki judul sendiri: kosongkan sel ini'],
  [/^is empty: write the code of the unit$/,                               'Kosong: tuliskan kode OPD'],
  [/^is empty: write the code of the assessor$/,                           'Kosong: tuliskan kode asesor'],
  [/^is empty: write both the name and the address$/,                      'Kosong: tuliskan nama dan surelnya'],
  [/^is empty: whoever is new needs it$/,                                  'Kosong: wajib diisi bagi yang baru'],
  [/^is no code: .*$/,                                                     'Bukan kode: paling banyak 64 huruf, angka, dan . _ -, diawali huruf atau angka'],
  [/^is no name: .*$/,                                                     'Bukan nama: paling banyak 200 karakter, tanpa karakter tak terlihat'],
  [/^is no e-mail address: .*$/,                                           'Bukan alamat surel: tuliskan misalnya admin@dinkes.go.id'],
  [/^stands in row (\d+) already: keep one$/,                              'Sudah tercantum di baris $1: sisakan satu saja'],
  [/^says something else than row (\d+): a unit has one$/,                 'Berbeda dengan baris $1: samakan keduanya'],
  [/^is the address of the assessor (.*) already: write another one$/,     'Sudah menjadi surel asesor $1: tuliskan surel lain'],
  [/^(.*) assesses (.*): hand that review over first$/,                    '$1 menilai $2: alihkan penilaian itu dahulu'],
  [/^is longer than (\d+) characters$/,                                    'Lebih panjang dari $1 karakter'],
  [/^is a formula without a value: .*$/,                                   'Rumus tanpa nilai: buka berkas dengan program lembar kerja, lalu simpan'],
  [/^shows the error (.*): correct its formula, or write the value$/,      'Menampilkan kesalahan $1: perbaiki rumusnya, atau tuliskan nilainya'],
  [/^unknown column: did you mean (.*)\?$/,                                'Kolom tidak dikenal: apakah maksudnya $1?'],
  [/^unknown column: expected (.*)$/,                                      'Kolom tidak dikenal: seharusnya $1'],
  [/^says the same as the column (.*): keep one of the two$/,              'Sama dengan kolom $1: sisakan satu saja'],
  [/^this column is missing$/,                                             'Kolom ini tidak ada'],
  [/^this column has no header: .*$/,                                      'Kolom ini tidak memiliki judul: beri judul, atau kosongkan'],
  [/^has no row under its header$/,                                        'Tidak ada baris di bawah judul kolom'],
  [/^no row with known headers: expected (.*)\. Remove the sheet.*$/,      'Tidak ada baris dengan judul kolom yang dikenal: seharusnya $1. Hapus lembar ini bila bukan salah satunya'],
  [/^has the same kind of table as the sheet (.*): put all rows into one$/, 'Tabelnya sejenis dengan lembar $1: gabungkan semua baris menjadi satu'],
  [/^shows nothing: every sheet is empty$/,                                'Tidak berisi apa pun: semua lembar kosong'],
  [/^there are more problems from here on$/,                               'Masih ada masalah lain sesudah ini'],
  [/^the calendar has no (.*): .*$/,                                       'Kalender tidak memiliki $1: perbaiki bulan atau harinya'],
  [/^expected a day of (.*), as `covers` says$/,                           'Seharusnya hari dari tahun $1, seperti yang disebut `covers`'],
  [/^there is no day of (\d+) below: .*$/,                                 'Tidak ada hari dari tahun $1 di bawah: tambahkan, atau hapus tahunnya'],
  [/^expected one of libur, cuti-bersama; found (.*)$/,                    'Seharusnya libur atau cuti-bersama, yang tertulis $1'],
  [/^more than (\d+) days off with those of other years$/,                 'Lebih dari $1 hari libur bersama tahun lainnya'],
  [/^the file is empty$/,                                                  'Berkas ini kosong'],
  [/^is empty$/,                                                           'Kosong'],
  [/^is larger than (.*) MB: .*$/,                                         'Lebih besar dari $1 MB: sisakan kedua tabelnya saja'],
  [/^holds more than (.*) MB when it is unpacked: .*$/,                    'Isinya lebih dari $1 MB: salin kedua tabelnya saja ke buku kerja baru'],
  [/^has a password or is an old \.xls: .*$/,                              'Berkas berkata sandi atau berformat .xls lama: simpan sebagai .xlsx tanpa kata sandi'],
  [/^is damaged or no XLSX workbook: .*$/,                                 'Berkas rusak atau bukan XLSX: buka dengan program lembar kerja, lalu simpan sebagai .xlsx tanpa kata sandi'],
  [/^is neither an XLSX workbook nor a CSV file: .*$/,                     'Bukan berkas XLSX maupun CSV: simpan sebagai .xlsx'],
  [/^is (?:not written in UTF-8|written in UTF-16): .*$/,                  'Tidak ditulis dalam UTF-8: simpan sebagai "CSV UTF-8" atau .xlsx'],
  [/^a quotation mark that does not open or close a cell: .*$/,            'Tanda kutip yang tidak membuka atau menutup sel: tanda kutip di dalam teks ditulis dua kali'],
  [/^has more than (\d+) rows: .*$/,                                       'Lebih dari $1 baris: sisakan tabelnya saja'],
  [/^has more than (\d+) columns: .*$/,                                    'Lebih dari $1 kolom: sisakan tabelnya saja'],
  [/^is empty: write 1 where nothing was verified$/,                       'Kosong: tuliskan 1 bila tidak ada yang terverifikasi'],
  [/^expected a whole number from 1 to 5, found "(.*)"$/,                  'Seharusnya bilangan bulat dari 1 sampai 5, yang tertulis "$1"'],
  [/^expected a number from 1 to 5 with at most 2 decimals, found "(.*)"$/, 'Seharusnya bilangan dari 1 sampai 5 dengan paling banyak 2 desimal, yang tertulis "$1"'],
  [/^is a formula: write its value instead$/,                              'Berisi rumus: tuliskan nilainya'],
  [/^is merged with other cells: .*$/,                                     'Digabung dengan sel lain: batalkan, supaya setiap indikator memiliki selnya sendiri'],
  [/^is the name of indicator (\d+): .*$/,                                 'Ini nama indikator $1: perbaiki nomornya atau namanya'],
  [/^no row for (.*): a result has a level of each indicator$/,            'Tidak ada baris untuk indikator $1: setiap indikator harus memiliki tingkat'],
  [/^merges cells more than (\d+) times: .*$/,                             'Menggabungkan sel lebih dari $1 kali: batalkan penggabungannya'],
];

/** In the reader's language as far as there are words for it, and which language it is. */
export function fileProblem(problem: string, language: Language): { text: string; lang: Language } {
  const known = indonesian.find(([pattern]) => pattern.test(problem));
  if (language === 'en' || !known) return { text: problem, lang: 'en' };
  return { text: problem.replace(...known), lang: 'id' };
}
