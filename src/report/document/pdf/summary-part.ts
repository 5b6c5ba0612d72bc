import type { Content } from 'pdfmake';
import { comma } from '../../../notice/letter/words/result.js';
import { trendPicture } from '../pictures/trend-picture.js';
import type { Report } from '../report.js';
import { summaryOf } from '../summary.js';
import { summaryWords, words } from '../words.js';
import { heading, hint, paragraph, picture, subheading } from './parts.js';

export function summaryPart(report: Report): Content[] {
  const { paragraphs, weakest, way } = summaryOf(report);
  return [
    heading(words.summary, { newPage: true }),
    ...paragraphs.map(paragraph),
    ...(weakest.length === 0 ? [paragraph(summaryWords.nothingLost)] : listPart(weakest)),
    paragraph(way.join(' ')),
    ...trendPart(report),
  ];
}

function listPart(lines: readonly string[]): Content[] {
  const items = lines.map((text): Content => ({ text, fontSize: 10.5, margin: [0, 0, 0, 2] }));
  return [paragraph(summaryWords.weakest), { ul: items, margin: [8, 0, 0, 8] }];
}

function trendPart({ trend, result: { target } }: Report): Content[] {
  const notes = [
    ...(target === null ? [] : [words.trendTarget(comma(target))]),
    ...(trend.some(({ breaks }) => breaks) ? [words.trendBreaks] : []),
  ];
  return [
    {
      unbreakable: true,
      stack: [
        subheading(words.trend),
        picture(trendPicture(trend, target)),
        ...(notes.length === 0 ? [] : [hint(notes.join(' '))]),
      ],
    },
  ];
}
