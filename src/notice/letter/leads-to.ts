import type { Notice } from '../../domain/notice.js';
import type { NoticeKind } from '../../domain/notice-kind.js';
import { noticeWords } from './words/notices.js';

type Leading = Pick<Notice, 'kind' | 'phase' | 'unit' | 'facts'> & { readonly cycle: string };

/** Not to a task: to what is to be decided, or to what came late. */
const elsewhere: Readonly<Partial<Record<NoticeKind, (of: Leading) => readonly string[] | null>>> =
  {
    'extension-asked': ({ cycle, facts: { request } }) =>
      request === undefined ? null : ['koordinator', cycle, 'keputusan', 'dispensasi', request],
    outage: ({ cycle }) => ['koordinator', cycle, 'gangguan'],
  };

/**
 * The page where somebody goes on who has read a notice, in a mail or about it; as the parts of its path.
 * @returns null for kinds that leave nothing to be done
 */
export function leadsTo(notice: Leading): readonly string[] | null {
  const { kind, cycle, phase, unit } = notice;
  if (noticeWords[kind].button === null) return null;
  return elsewhere[kind]?.(notice) ?? ['kerja', cycle, phase, ...(unit === null ? [] : [unit])];
}
