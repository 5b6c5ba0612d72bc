import { Office } from './office.js';
import { during, smallCity } from './small-city.js';
import { lead, submit } from './work.js';

/** In the self-assessment: DINKES has sent its two indicators, DLH owes the one that it leads. */
export async function claimedCity(): Promise<Office> {
  const office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 42: 'DINKES', 43: 'DLH' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 3, 42: 4 });
  return office;
}
