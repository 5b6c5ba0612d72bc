import { extend, finish, override, reschedule, retireUnit } from './commands.js';
import { refused } from './refused.js';

refused('a reschedule', [
  {
    code: 'opens_in_past',
    because: 'yesterday',
    act: reschedule('nanti', { opens: '2025-09-09' }),
  },
  {
    code: 'opens_in_past',
    because: 'this day began',
    act: reschedule('nanti', { opens: '2025-09-10' }),
  },
  {
    code: 'opens_in_past',
    because: 'a blocked phase too',
    act: reschedule('tertahan', { opens: '2025-09-10T09:59' }),
  },
  {
    code: 'closes_in_past',
    because: 'yesterday',
    act: reschedule('isi', { closes: '2025-09-09' }),
  },
  {
    code: 'closes_in_past',
    because: 'this very instant',
    act: reschedule('isi', { closes: '2025-09-10T10:00' }),
  },
  {
    code: 'closes_before_opens',
    because: 'it opens later',
    act: reschedule('nanti', { closes: '2025-10-05' }),
  },
  {
    code: 'closes_before_opens',
    because: 'it closes earlier',
    act: reschedule('nanti', { opens: '2025-11-01' }),
  },
  {
    code: 'closes_before_opens',
    because: 'both move',
    act: reschedule('nanti', { opens: '2025-11-02', closes: '2025-11-01' }),
  },
  {
    code: 'closes_before_opens',
    because: 'no time between',
    act: reschedule('nanti', { opens: '2025-11-01T09:00', closes: '2025-11-01T09:00' }),
  },
  {
    code: 'already_open',
    because: 'its opening is over',
    act: reschedule('isi', { opens: '2025-09-12' }),
  },
  {
    code: 'already_closed',
    because: 'it is over',
    act: reschedule('tutup', { closes: '2025-09-20' }),
  },
  {
    code: 'already_closed',
    because: 'it is over',
    act: reschedule('tutup', { opens: '2025-09-20' }),
  },
  {
    code: 'unknown_phase',
    because: 'no such phase',
    act: reschedule('wisuda', { closes: '2025-09-20' }),
  },
]);

refused('an override', [
  { code: 'not_open', because: 'its opening has not come', act: override('nanti') },
  { code: 'already_open', because: 'it is open', act: override('isi') },
  { code: 'already_closed', because: 'it is over', act: override('tutup') },
  { code: 'unknown_phase', because: 'no such phase', act: override('wisuda') },
]);

const finishIsi = finish('isi', { unit: 'DINKES' });

refused('an extension', [
  {
    code: 'not_later',
    because: 'that is its deadline',
    act: extend('isi', 'DINKES', '2025-09-30'),
  },
  {
    code: 'not_later',
    because: 'that is before its deadline',
    act: extend('isi', 'DINKES', '2025-09-20'),
  },
  {
    code: 'not_later',
    because: 'that moment is over',
    act: extend('tutup', 'DINKES', '2025-09-09'),
  },
  {
    code: 'not_later',
    because: 'that moment is now',
    act: extend('tutup', 'DINKES', '2025-09-10T10:00'),
  },
  {
    code: 'already_finished',
    because: 'it is done',
    first: [finishIsi],
    act: extend('isi', 'DINKES', '2025-10-10'),
  },
  {
    code: 'not_open',
    because: 'the phase has not opened',
    act: extend('nanti', 'DINKES', '2025-11-10'),
  },
  {
    code: 'not_open',
    because: 'the phase is blocked',
    act: extend('tertahan', 'DINKES', '2025-11-10'),
  },
  {
    code: 'not_open',
    because: 'nobody reviews that unit',
    act: extend('reviu', 'DLH', '2025-11-10'),
  },
  { code: 'unknown_unit', because: 'no such unit', act: extend('isi', 'BAPPEDA', '2025-10-10') },
  {
    code: 'unknown_unit',
    because: 'it is retired',
    first: [retireUnit('DLH')],
    act: extend('isi', 'DLH', '2025-10-10'),
  },
  { code: 'unknown_phase', because: 'no such phase', act: extend('wisuda', 'DLH', '2025-10-10') },
]);
