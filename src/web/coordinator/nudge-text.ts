import type { TaskProgress } from '../../report/progress.js';
import * as indonesian from '../../notice/letter/words/dates.js';

export interface Nudge {
  readonly task: Pick<TaskProgress, 'phase' | 'unit' | 'state' | 'deadlineDate' | 'daysLeft'>;
  readonly cycle: { readonly code: string; readonly title: string };
  readonly phaseTitle: string;
  readonly unitName: string;
  /** The name of an assessor whose review it is. */
  readonly assessor: string | null;
  /** Where the pages are found. */
  readonly site: string;
}

/** In Indonesian whatever the coordinator reads: it is for the people of a unit. */
export function nudgeText({ task, cycle, phaseTitle, unitName, assessor, site }: Nudge): string {
  const { phase, unit, state, deadlineDate, daysLeft } = task;
  const whom = assessor ?? `Admin ${unitName}`;
  const what = `Tahap ${phaseTitle} (${cycle.title}) untuk ${unitName}`;
  const deadline = `${indonesian.longDate(deadlineDate)} (${indonesian.countdown(daysLeft)})`;
  const ask =
    state === 'lapsed'
      ? `${what} belum diselesaikan, sedangkan tenggatnya ${deadline}. Mohon berkenan menghubungi kami mengenai penyelesaiannya. Rinciannya dapat dilihat di:`
      : `${what} belum diselesaikan. Tenggatnya ${deadline}. Mohon berkenan menyelesaikannya melalui:`;
  const path = ['kerja', cycle.code, phase, unit ?? ''].map(encodeURIComponent).join('/');
  return [
    `Yth. Bapak/Ibu ${whom}`,
    'Dengan hormat,',
    `${ask}\n${site}/${path}`,
    'Atas perhatian dan kerja sama Bapak/Ibu kami ucapkan terima kasih.',
  ].join('\n\n');
}

/** Opens WhatsApp with a text for whomever one chooses there: persons have no number here, and nothing is sent. */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
