import { createHmac } from 'node:crypto';

/** The time is signed with the body: an old request that somebody caught cannot be sent again as a new one. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hmac}`;
}
