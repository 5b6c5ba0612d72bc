import type { Content } from 'pdfmake';
import { comma } from '../../../notice/letter/words/result.js';
import { changeOf } from '../../trend.js';
import { percent } from '../numbers.js';
import { barsPicture } from '../pictures/bars-picture.js';
import { radarPicture } from '../pictures/radar-picture.js';
import type { Part, Report } from '../report.js';
import { words } from '../words.js';
import { cell, dataTable, head, heading, number, picture, subheading } from './parts.js';

export function resultsPart(report: Report): Content[] {
  const { domains, aspects } = report;
  const radar = radarPicture(aspects);
  const isDivided = domains.length > 0;
  return [
    heading(isDivided ? words.results : words.resultsWithoutDomains, { newPage: true }),
    subheading(words.barsOf),
    picture(barsPicture(isDivided ? domains : aspects)),
    partsTable(report),
    ...(radar === null
      ? []
      : [{ unbreakable: true, stack: [subheading(words.radar), picture(radar)] }]),
  ];
}

function partsTable({ domains, aspects, comparedWith, result }: Report): Content {
  const t = words.table;
  const compared = comparedWith === null ? [] : [comparedWith];
  const header = [
    head(domains.length > 0 ? t.part : t.aspect),
    ...[t.weight, t.claimed, t.verified].map((text) => head(text, true)),
    ...compared.map((year) => head(t.change(year), true)),
  ];
  const row = (part: Part): Content[] => {
    const bold = part.domain === null && domains.length > 0;
    const name = cell(part.name, { bold });
    return [
      bold || domains.length === 0 ? name : { ...name, margin: [10, 0, 0, 0] },
      ...[percent(part.weight), comma(part.claimed), comma(part.verified)].map((text) =>
        number(text, { bold }),
      ),
      ...compared.map(() => number(sinceThen(part), { bold })),
    ];
  };
  const rows =
    domains.length === 0
      ? aspects.map(row)
      : domains.flatMap((domain) => [
          row(domain),
          ...aspects.filter((aspect) => aspect.domain === domain.code).map(row),
        ]);
  const total = [
    cell(t.total, { bold: true }),
    ...['100,00', comma(result.claimed.index), comma(result.index)].map((text) =>
      number(text, { bold: true }),
    ),
    ...compared.map(() => number('')),
  ];
  return dataTable(['*', 48, 48, 52, ...compared.map(() => 78)], header, [...rows, total]);
}

function sinceThen({ before, verified }: Part): string {
  if (before === null) return '–';
  const change = changeOf(before, verified);
  // A true minus is as wide as the plus.
  return comma(change === '+0.00' ? '0.00' : change.replace('-', '−'));
}
