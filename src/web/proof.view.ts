import { csrfField } from '../people/sign-in/forgery.js';
import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';

/** Belongs into every form that changes something: shows that a page of ours made it. */
export function proofOf({ csrf }: SignedIn): Html {
  return html`<input type="hidden" name="${csrfField}" value="${csrf}" />`;
}

/** Where a form with files goes to: its fields are read too late to show anything. */
export function provenPath(path: string, { csrf }: SignedIn): string {
  return `${path}${path.includes('?') ? '&' : '?'}${csrfField}=${encodeURIComponent(csrf)}`;
}
