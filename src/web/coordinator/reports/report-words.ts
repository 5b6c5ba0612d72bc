import type { DocumentState, ReportFormat } from '../../../report/document/report-format.js';
import type { ReportKind } from '../../../report/document/report.js';
import type { Language } from '../../language.js';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly draftIntro: string;
  readonly make: Readonly<Record<ReportFormat, string>>;
  readonly kinds: Readonly<Record<ReportKind, string>>;
  readonly formats: Readonly<Record<ReportFormat, string>>;
  readonly states: Readonly<Record<DocumentState, string>>;
  readonly columns: Readonly<Record<'document' | 'position' | 'asked' | 'state', string>>;
  readonly list: string;
  readonly none: string;
  readonly download: string;
  readonly refresh: string;
  readonly failed: string;
  readonly by: (who: string) => string;
  readonly position: (entries: number, hash: string) => string;
  readonly ofResult: string;
}

const id: Words = {
  title: 'Laporan',
  intro:
    'Laporan dibuat dari hasil yang ditetapkan bila sudah ada, dan memuat sidik posisi jurnal yang menjadi dasarnya. Dokumen dari posisi yang sama dibuat satu kali saja.',
  draftIntro:
    'Sebelum hasil ditetapkan, laporan adalah draf dari keadaan sekarang dan ditandai “DRAF – belum ditetapkan” pada setiap halaman.',
  make: { pdf: 'Buat laporan (PDF)', xlsx: 'Buat kertas kerja (XLSX)' },
  kinds: { draft: 'draf', published: 'hasil yang ditetapkan' },
  formats: { pdf: 'Laporan (PDF)', xlsx: 'Kertas kerja (XLSX)' },
  states: { queued: 'Menunggu', running: 'Sedang dibuat', done: 'Selesai', failed: 'Gagal' },
  columns: { document: 'Dokumen', position: 'Posisi jurnal', asked: 'Diminta', state: 'Status' },
  list: 'Dokumen yang diminta',
  none: 'Belum ada dokumen yang diminta.',
  download: 'Unduh',
  refresh: 'Perbarui status',
  failed:
    'Dokumen tidak dapat dibuat. Minta lagi untuk mencoba ulang; bila tetap gagal, hubungi pengelola sistem.',
  by: (who) => `oleh ${who}`,
  position: (entries, hash) => `${entries} · ${hash}`,
  ofResult: 'Laporan hasil',
};

const en: Words = {
  title: 'Reports',
  intro:
    'A report is made from the published result once there is one, and carries the hash of the place in the journal that it rests on. A document of the same place is made only once.',
  draftIntro:
    'Before the result is published, a report is a draft of how things stand now, and says “DRAF – belum ditetapkan” on every page.',
  make: { pdf: 'Make the report (PDF)', xlsx: 'Make the working sheet (XLSX)' },
  kinds: { draft: 'draft', published: 'published result' },
  formats: { pdf: 'Report (PDF)', xlsx: 'Working sheet (XLSX)' },
  states: { queued: 'Waiting', running: 'Being made', done: 'Done', failed: 'Failed' },
  columns: {
    document: 'Document',
    position: 'Place in the journal',
    asked: 'Asked for',
    state: 'State',
  },
  list: 'Documents asked for',
  none: 'No document has been asked for.',
  download: 'Download',
  refresh: 'Refresh',
  failed:
    'The document could not be made. Ask again to retry; if it fails again, tell whoever runs the system.',
  by: (who) => `by ${who}`,
  position: (entries, hash) => `${entries} · ${hash}`,
  ofResult: 'Report of the result',
};

export const reportWords: Readonly<Record<Language, Words>> = { id, en };
