import type { RequestState } from '../../domain/extension/request.js';
import type { Language } from '../language.js';

type Named<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** A request that waits although no decision would change anything any more has a word of its own. */
export const requestStates: Named<RequestState | 'moot'> = {
  id: {
    waiting: 'Menunggu keputusan',
    approved: 'Disetujui',
    shortened: 'Disetujui lebih singkat',
    refused: 'Ditolak',
    withdrawn: 'Ditarik kembali',
    moot: 'Tidak diperlukan lagi',
  },
  en: {
    waiting: 'Waiting for a decision',
    approved: 'Approved',
    shortened: 'Approved for less time',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    moot: 'No longer needed',
  },
};
