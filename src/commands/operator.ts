import { userInfo } from 'node:os';

/** Who the journal names when nobody is named. */
export const operator = `operator ${userInfo().username}`;
