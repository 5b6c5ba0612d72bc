import { list, map, object, ref, text, whole, withOptional, type Schema } from './schema.js';

/** How the API says no. */
export const errors: Readonly<Record<string, Schema>> = {
  /** By a rule: the code says which, the details what a person needs to do something about it. */
  Refusal: {
    ...object({ code: text, detail: map(text) }),
    examples: [{ code: 'scope_missing', detail: { scope: 'coordinate' } }],
  },
  Incomplete: object({
    code: { const: 'incomplete' },
    detail: map(text),
    missing: list(ref('Gap')),
  }),
  WrongInput: object({ code: { const: 'wrong_input' }, problems: list(ref('Problem')) }),
  Refused: { anyOf: [ref('Refusal'), ref('Incomplete'), ref('WrongInput')] },
  /** Before any rule was asked. */
  HttpError: {
    ...withOptional({ statusCode: whole, message: { anyOf: [text, list(text)] } }, { error: text }),
    examples: [{ statusCode: 401, message: 'Unauthorized' }],
  },
};
