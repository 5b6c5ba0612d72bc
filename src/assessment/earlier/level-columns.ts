import type { Columns } from '../import/columns.js';

export type LevelColumn = 'no' | 'name' | 'level' | 'claimed' | 'note';

export const levelColumns: Columns<LevelColumn> = {
  no: {
    header: 'No',
    also: ['Nomor', 'Indikator', 'No indikator', 'Nomor indikator', 'Indikator ke', 'ID'],
  },
  name: { header: 'Nama indikator', also: ['Nama'], isOptional: true },
  level: {
    header: 'Tingkat terverifikasi',
    also: ['Tingkat', 'Level', 'Level terverifikasi', 'Nilai', 'Nilai akhir', 'Nilai asesor'],
  },
  claimed: {
    header: 'Tingkat klaim',
    also: ['Klaim', 'Level klaim', 'Nilai mandiri', 'Penilaian mandiri'],
    isOptional: true,
  },
  note: { header: 'Catatan', also: ['Keterangan', 'Rekomendasi'], isOptional: true },
};

export const levelTables = { levels: levelColumns };
