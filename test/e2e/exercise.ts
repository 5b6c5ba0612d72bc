import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A small cycle in files, as an office would write it before it tries the real one. */
export class Exercise {
  readonly cycle: string;
  readonly people: string;

  constructor(private readonly folder: string) {
    this.cycle = join(folder, 'latihan.yaml');
    this.people = join(folder, 'peserta.yaml');
  }

  get files(): string[] {
    return ['--cycle', this.cycle, '--people', this.people];
  }

  async write(dates: { readonly opens?: string; readonly closes?: string } = {}): Promise<void> {
    const { opens = '2025-09-01', closes = '2025-09-12' } = dates;
    await writeFile(this.cycle, cycle(opens, closes));
    await writeFile(this.people, people);
  }

  /** In which nobody does anything. @returns its file */
  async scenario(start: string, end: string): Promise<string> {
    const file = join(this.folder, 'skenario.yaml');
    await writeFile(
      file,
      `{ start: '${start}', end: '${end}', cycle: spbe-2025, people: pekalongan }\n`,
    );
    return file;
  }
}

function cycle(opens: string, closes: string): string {
  return `code: latihan
title: Latihan
timezone: Asia/Jakarta
sendAt: '08:00'
instrument: spbe-2020
holidays: [2025-12-25]
phases:
  - code: mandiri
    title: Penilaian mandiri
    kind: self-assessment
    opens: ${opens}
    closes: ${closes}
    reminders: [H-1, H, H+1]
`;
}

const people = `coordinators: [{ name: Koordinator, email: koordinator@kota.example.test }]
units:
  - code: DINKES
    name: Dinas Kesehatan
    head: { name: Kepala Dinas, email: kepala@dinkes.example.test }
    admins: [{ name: Admin Dinkes, email: admin@dinkes.example.test }]
  - code: DLH
    name: Dinas Lingkungan Hidup
    head: { name: Kepala Dinas, email: kepala@dlh.example.test }
    admins: [{ name: Admin DLH, email: admin@dlh.example.test }]
`;
