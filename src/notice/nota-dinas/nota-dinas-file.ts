import type { Content } from 'pdfmake';
import { pdfFile } from '../../platform/pdf/pdf-file.js';
import { letterheadPart, signatureLines } from '../../platform/pdf/letterhead.js';
import { neutral } from '../letter/neutral.js';
import { longDeadline, longMoment, plainDate } from '../letter/words/dates.js';
import type { LateMatter, NotaDinas } from './nota-dinas.js';
import { words } from './words.js';

/** More than a page can hold at a glance: the rest is a number. */
const longest = 20;

/** The same nota dinas of the same time is the same file, to the byte. */
export async function notaDinasFile(given: NotaDinas): Promise<Buffer> {
  const nota = neutral(given);
  const title = `${words.title}: ${words.about(nota.unit)}`;
  const author = nota.letterhead.office || nota.from;
  return pdfFile({ content: contentOf(nota) }, { title, author, at: nota.at });
}

function contentOf(nota: NotaDinas): Content[] {
  return [
    letterheadPart(nota.letterhead, nota.from),
    {
      text: words.title.toUpperCase(),
      bold: true,
      alignment: 'center',
      fontSize: 13,
      margin: [0, 10, 0, 12],
    },
    headPart(nota),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: 453, y2: 0, lineWidth: 0.75 }],
      margin: [0, 8, 0, 12],
    },
    {
      text: words.opening(nota.cycle.title, nota.unit),
      margin: [0, 0, 0, 8],
      alignment: 'justify',
    },
    ...nota.matters.flatMap((matter) => matterPart(matter, nota)),
    { text: words.request, margin: [0, 6, 0, 6], alignment: 'justify' },
    { text: words.closing, margin: [0, 0, 0, 18], alignment: 'justify' },
    signaturePart(nota),
  ];
}

function headPart({ to, at, unit, letterhead, from, cycle }: NotaDinas): Content {
  const date = plainDate(at.toZonedDateTimeISO(cycle.zone).toPlainDate());
  return table([
    [words.to, `Yth. ${to}`],
    [words.from, letterhead.signer.office || letterhead.office || from],
    [words.date, date],
    [words.number, words.blank],
    [words.attachment, '-'],
    [words.subject, words.about(unit)],
  ]);
}

function matterPart(matter: LateMatter, { cycle }: NotaDinas): Content[] {
  const { phase, deadline, deadlineDate, workingDaysLate, missing, sent } = matter;
  const more = missing.length - longest;
  const shown = [...missing.slice(0, longest), ...(more > 0 ? [words.more(more)] : [])];
  return [
    table([
      [words.phase, phase.title],
      [words.deadline, longDeadline(deadline, deadlineDate, cycle.zone)],
      [words.late, words.workingDays(workingDaysLate)],
    ]),
    { text: words.missing, bold: true, margin: [0, 6, 0, 2] },
    { ul: shown.map((text) => ({ text })) },
    { text: words.sent, bold: true, margin: [0, 6, 0, 2] },
    sent.length === 0
      ? { text: words.nothingSent }
      : {
          ul: sent.map(({ at, what, people }) => ({
            text: `${longMoment(at, cycle.zone)}: ${what}, ${words.people(people)}`,
          })),
        },
    { text: '', margin: [0, 0, 0, 8] },
  ];
}

function signaturePart({ letterhead, from }: NotaDinas): Content {
  const office = letterhead.signer.office || letterhead.office || from;
  const signer = { ...letterhead.signer, office };
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 220,
        unbreakable: true,
        stack: signatureLines(signer, { blank: words.blank, room: 56 }),
      },
    ],
  };
}

function table(rows: readonly (readonly [string, string])[]): Content {
  const body = rows.map((cells) => [cells[0], ':', cells[1]].map((text) => ({ text })));
  return { layout: 'noBorders', table: { widths: [90, 6, '*'], body } };
}
