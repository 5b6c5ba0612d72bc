import type { Judgement, RevisionReason } from '../../domain/assessment/verdict.js';
import type { Language } from '../language.js';

const reasons: Readonly<Record<Language, Record<RevisionReason, string>>> = {
  id: {
    tidak_tepat: 'revisi: tidak tepat',
    belum_diunggah: 'revisi: belum diunggah',
    otomatis_ditolak: 'revisi: otomatis ditolak, karena tingkat di bawahnya belum diterima',
  },
  en: {
    tidak_tepat: 'to be revised: not the right document',
    belum_diunggah: 'to be revised: nothing was uploaded',
    otomatis_ditolak: 'to be revised: refused by itself, a lower level was not accepted',
  },
};

const others = {
  id: { accepted: 'diterima', open: 'belum dinilai' },
  en: { accepted: 'accepted', open: 'not judged yet' },
};

export function judgementText(judgement: Judgement | null, language: Language): string {
  if (judgement === null) return others[language].open;
  return judgement.kind === 'diterima'
    ? others[language].accepted
    : reasons[language][judgement.reason];
}

/** What an assessor can choose: that a lower level is missing, nobody has to say. */
export const revisionReasonNames = {
  id: { tidak_tepat: 'Tidak tepat', belum_diunggah: 'Belum diunggah' },
  en: { tidak_tepat: 'Not the right document', belum_diunggah: 'Nothing was uploaded' },
} as const;
