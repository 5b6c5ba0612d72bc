/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, Schema>>;

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const yesNo: Schema = { type: 'boolean' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const date: Schema = { type: 'string', format: 'date' };
/** Two decimals, such as `4.20`: figures are exact, so they are no floating numbers. */
export const figure: Schema = { type: 'string', pattern: String.raw`^\d+\.\d{2}$` };

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function oneOf(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

export function map(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

/** With all of these and nothing else. */
export function object(properties: Properties): Schema {
  return { ...withOptional(properties, {}) };
}

/** Some of which may be left out. */
export function withOptional(needed: Properties, optional: Properties): Schema {
  return {
    type: 'object',
    properties: { ...needed, ...optional },
    required: Object.keys(needed),
    additionalProperties: false,
  };
}
