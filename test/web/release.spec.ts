import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, row, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/penugasan';

let office: Office;
let desk: OfficeDesk;

/** A1 assesses DINKES, A2 the other two. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.assignment);
  // With the mails of the beginning, which would go while something is to stay as it is.
  await office.moveTo(during.assignment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

const shownFor = (unit: string, assessor: string) =>
  changingNothing(office, () => desk.get(`/asesor/lepas?opd=${unit}&asesor=${assessor}`));
const press = ({ text }: Said) => desk.post('/asesor/lepas', hiddenIn(text));

describe('taking an assessor off a unit', () => {
  it('is offered beside the name', async () => {
    const { text } = await desk.get();

    expect(text).toContain(`href="${page}/asesor/lepas?opd=DINKES&amp;asesor=A1"`);
  });

  it('says first what comes of it, before a review is open', async () => {
    const { status, text } = await shownFor('DINSOS', 'A2');

    expect(status).toBe(200);
    expect(text).toContain(
      '<strong>Bapak a2@asesor.test tidak lagi menilai Dinas DINSOS. Tidak ada surel yang dikirim sekarang.</strong>',
    );
    expect(redirect(await press({ status, text }))).toEqual([303, `${page}?selesai=released`]);
    expect(row((await desk.get()).text, 'Dinas DINSOS')).toBe('Dinas DINSOS belum ada');
  });

  it.each([
    { unit: 'DLH', assessor: 'A1', status: 409 },
    { unit: 'ENTAH', assessor: 'A1', status: 404 },
    { unit: 'DLH', assessor: 'A99', status: 404 },
  ])('is not for $assessor and $unit', async ({ unit, assessor, status }) => {
    const shown = await shownFor(unit, assessor);
    const { status: pressed } = await changingNothing(office, () =>
      desk.post('/asesor/lepas', { unit, assessor, shown: 'x' }),
    );

    expect([shown.status, pressed]).toEqual([status, status]);
    expect(shown.text).toContain(`<a href="${page}">Kembali</a>`);
  });

  it('is shown again when more comes of it by now, and mails whom it names', async () => {
    const before = await shownFor('DINKES', 'A1');
    await office.moveTo(during.review);
    const { inbox } = office.site;
    const { count } = inbox;

    const again = await changingNothing(office, async () => said(await press(before)));
    const taken = await press(again);
    await office.moveTo(during.review.add({ minutes: 5 }));

    expect(again.status).toBe(409);
    expect(again.text).toContain('Keadaan telah berubah sejak ditunjukkan.');
    expect(again.text).toContain(
      '<strong>Bapak a1@asesor.test tidak lagi menilai Dinas DINKES: 1 tugas ditutup. 1 surel dikirim sekarang.</strong>',
    );
    expect(redirect(taken)).toEqual([303, `${page}?selesai=released`]);
    const sent = inbox.latest(inbox.count - count).map(({ to }) => /<(.*)>/.exec(to)?.[1]);
    expect(sent).toEqual([a1]);
  });
});
