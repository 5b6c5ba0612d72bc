import type { Columns } from '../import/columns.js';

export type UnitColumn = 'code' | 'name' | `${'admin' | 'head' | 'secretary'}${'Name' | 'Email'}`;
export type PersonColumn = 'code' | 'name' | 'email' | 'home';

export const unitColumns: Columns<UnitColumn> = {
  code: { header: 'Kode OPD', also: ['Kode', 'Kode unit', 'Kode PD'] },
  name: {
    header: 'Nama OPD',
    also: ['OPD', 'Nama unit', 'Nama PD', 'Perangkat daerah', 'Unit kerja'],
    isOptional: true,
  },
  adminName: { header: 'Nama admin', also: ['Admin', 'Admin nama'], isOptional: true },
  adminEmail: {
    header: 'Surel admin',
    also: ['Admin surel', 'Email admin', 'Admin email'],
    isOptional: true,
  },
  headName: {
    header: 'Nama pimpinan',
    also: ['Pimpinan', 'Pimpinan nama', 'Kepala', 'Nama kepala'],
    isOptional: true,
  },
  headEmail: {
    header: 'Surel pimpinan',
    also: ['Pimpinan surel', 'Email pimpinan', 'Pimpinan email', 'Surel kepala', 'Email kepala'],
    isOptional: true,
  },
  secretaryName: {
    header: 'Nama sekretaris',
    also: ['Sekretaris', 'Sekretaris nama'],
    isOptional: true,
  },
  secretaryEmail: {
    header: 'Surel sekretaris',
    also: ['Sekretaris surel', 'Email sekretaris', 'Sekretaris email'],
    isOptional: true,
  },
};

export const personColumns: Columns<PersonColumn> = {
  code: { header: 'Kode asesor', also: ['Kode'] },
  name: { header: 'Nama asesor', also: ['Nama', 'Asesor'], isOptional: true },
  email: {
    header: 'Surel asesor',
    also: ['Surel', 'Email', 'Email asesor'],
    isOptional: true,
  },
  home: { header: 'OPD asal', also: ['Asal', 'Unit asal', 'PD asal'], isOptional: true },
};

export const peopleTables = { units: unitColumns, assessors: personColumns };
