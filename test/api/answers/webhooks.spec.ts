import 'reflect-metadata';
import { Office } from '../office.js';
import { coordinator, dinkes, during, smallCity } from '../small-city.js';
import { provesAnswersOf } from './proof.js';
import type { Row, Scene } from './scene.js';

const nothing = '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';
const address = { url: 'https://dasbor.kota.example/siklus', events: ['phase.opened'] };

const open = (): Promise<Office> => Office.open(smallCity(), during.beginning);

/** Something is told, whether or not anybody hears it. */
async function told({ office, known }: Scene): Promise<void> {
  const { id } = await office.done<{ id: string }>(coordinator, 'POST', '/webhooks', address);
  await office.moveTo(during.assignment);
  const { deliveries } = await office.done<{ deliveries: readonly { id: string }[] }>(
    coordinator,
    'GET',
    `/webhooks/${id}/deliveries`,
  );
  Object.assign(known, { webhook: id, delivery: deliveries[0]?.id ?? '' });
}

const other = { ...address, url: 'https://lain.kota.example/siklus' };
// prettier-ignore
const rows: readonly Row[] = [
  [coordinator, 'get /webhooks',                                              '200'],
  [dinkes,      'get /webhooks',                                              '403 not_allowed'],
  [coordinator, 'post /webhooks',                                             '201', other],
  [coordinator, 'post /webhooks',                                             '422 wrong_input', other],
  [dinkes,      'post /webhooks',                                             '403 not_allowed', address],
  [coordinator, 'post /webhooks/{webhook}/secret',                            '200'],
  [dinkes,      'post /webhooks/{webhook}/secret',                            '403 not_allowed'],
  [coordinator, 'get /webhooks/{webhook}/deliveries',                         '200'],
  [dinkes,      'get /webhooks/{webhook}/deliveries',                         '403 not_allowed'],
  [coordinator, 'post /webhooks/{webhook}/deliveries/{delivery}/send-again',  '204'],
  [coordinator, `post /webhooks/{webhook}/deliveries/${nothing}/send-again`,  '404 not_found'],
  [dinkes,      'post /webhooks/{webhook}/deliveries/{delivery}/send-again',  '403 not_allowed'],
  [dinkes,      'delete /webhooks/{webhook}',                                 '403 not_allowed'],
  [coordinator, 'delete /webhooks/{webhook}',                                 '204'],
  [coordinator, 'delete /webhooks/{webhook}',                                 '404 not_found'],
];

provesAnswersOf('webhooks', open, [{ when: 'once something was told', before: told, rows }]);
