import type { Content } from 'pdfmake';
import { comma } from '../../../notice/letter/words/result.js';
import { percent, points } from '../numbers.js';
import { ink } from '../pictures/drawing.js';
import type { IndicatorLine, Report } from '../report.js';
import { words } from '../words.js';
import { cell, dataTable, head, heading, hint, number } from './parts.js';

/** Every indicator with what it is worth: a table an aspect, whose name comes again on the next page. */
export function indicatorsPart(report: Report): Content[] {
  const widths = [20, '*', 32, 42, 42, 50] as const;
  return [
    heading(words.indicators, { newPage: true }),
    hint(words.indicatorsNote),
    ...report.aspects.map(({ code, name }) => {
      const own = report.indicators.filter(({ aspect }) => aspect === code);
      return dataTable(widths, header(name), own.map(indicatorRow));
    }),
    dataTable(widths, header(words.table.total), [totalRow(report)]),
  ];
}

function header(name: string): Content[] {
  const { claimed, verified, weight, contribution } = words.table;
  return [
    { ...cell(name, { bold: true }), colSpan: 2, color: ink.verified },
    cell(''),
    ...[claimed, verified, weight, contribution].map((text) => head(text, true)),
  ];
}

function indicatorRow(line: IndicatorLine): Content[] {
  return [
    number(String(line.no)),
    { ...cell(''), text: [{ text: shownName(line) }, ...remarkOf(line)] },
    number(line.claimed === null ? '–' : comma(line.claimed)),
    number(line.verified === null ? '–' : comma(line.verified)),
    number(percent(line.weight)),
    number(points(line.contribution)),
  ];
}

/** The city's own title stands for what the instrument calls it. */
export function shownName({ name, title }: Pick<IndicatorLine, 'name' | 'title'>): string {
  return title === null ? name : `${name}: ${title}`;
}

function remarkOf({ isNihil, isExternal }: IndicatorLine): Content[] {
  const remark = isNihil ? words.nihil : isExternal ? words.external : null;
  return remark === null ? [] : [{ text: ` (${remark})`, italics: true, color: ink.soft }];
}

function totalRow({ indicators, result }: Report): Content[] {
  const sum = indicators.reduce((total, { contribution }) => total + contribution, 0);
  const weight = indicators.reduce((total, each) => total + each.weight, 0);
  const bold = { bold: true };
  return [
    cell(''),
    cell(`${comma(result.index)} · ${result.predikat}`, bold),
    cell(''),
    cell(''),
    number(percent(weight), bold),
    number(points(sum), bold),
  ];
}
