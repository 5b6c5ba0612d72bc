import { levelOfItem } from '../../domain/assessment/review.js';
import type { Verified } from '../../domain/assessment/verified.js';
import type { PortalNote } from './portal.js';
import type { PortalRecord } from './portal-of.js';

type Known = Pick<PortalRecord, 'facts' | 'dossier'>;

/** What the review that decides an indicator says of it, and who settled it or set it aside. */
export function notesOf(no: number, verified: Verified | undefined, known: Known): PortalNote[] {
  return [...reviewNotes(verified, known), ...settled(no, verified, known), ...others(no, known)];
}

function reviewNotes(verified: Verified | undefined, { facts }: Known): PortalNote[] {
  const { phases, people } = facts;
  return (verified?.items ?? []).map((item) => ({
    by: people.assessors.find(({ code }) => code === item.assessor)?.name ?? item.assessor,
    phase: phases.find(({ code }) => code === item.phase)?.title ?? item.phase,
    level: levelOfItem(item),
    text: [item.note, item.finalNote].filter((note) => note !== '').join('\n'),
  }));
}

function settled(
  no: number,
  verified: Verified | undefined,
  { facts, dossier }: Known,
): PortalNote[] {
  return dossier.settlements
    .filter(({ indicator, phase }) => indicator === no && phase === verified?.phase)
    .map(({ settledBy, phase, level, note }) => ({
      by: settledBy,
      phase: facts.phases.find(({ code }) => code === phase)?.title ?? phase,
      level,
      text: note,
    }));
}

/** Of what is nihil, and of what another agency found. */
function others(no: number, { dossier }: Known): PortalNote[] {
  const nihil = dossier.nihil
    .filter(({ indicator, state }) => indicator === no && state === 'approved')
    .map(({ decidedBy, reason, decisionNote }) => ({
      by: decidedBy ?? '',
      phase: '',
      level: null,
      text: [reason, decisionNote].filter((note) => note !== '').join('\n'),
    }));
  const external = dossier.externals
    .filter(({ indicator }) => indicator === no)
    .map(({ setBy, level, note }) => ({ by: setBy, phase: '', level, text: note }));
  return [...nihil, ...external];
}
