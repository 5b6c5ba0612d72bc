import { a1, coordinator } from '../api/small-city.js';
import { cycle } from './town.js';

const office = `/koordinator/${cycle}`;

/** What coordinators see of what is to come, while assessors judge. */
// prettier-ignore
export const ofCoordinators: readonly (readonly [who: string, path: string, status: number])[] = [
  [coordinator, `${office}/jadwal-surat?hari=semua`, 200],
  [coordinator, `${office}/jadwal-surat/kalender`, 200],
  [coordinator, `${office}/jadwal-surat/surat?waktu=2025-09-18T01:00:00Z&kepada=${a1}`, 200],
  [coordinator, `${office}/jadwal-surat/surat`,  404],
  [coordinator, `${office}/kalender`,            200],
  [coordinator, `${office}/coba`,                200],
  [coordinator, `${office}/coba?cara=everybody`, 200],
];
