import { SaxesParser } from 'saxes';

/** Is told what stands in a document, by names without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

export class DamagedXml extends Error {
  override readonly name = 'DamagedXml';
}

/** No office program nests deeper, and each open element costs memory. */
const deepest = 64;

/** Reads as it comes, and keeps nothing. @throws DamagedXml */
export async function readXml(chunks: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', ({ message }) => {
    throw new DamagedXml(message);
  });
  parser.on('doctype', () => {
    throw new DamagedXml('a document type, which no office program writes');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new DamagedXml('nested too deeply');
    reader.open(local(name), attributes);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(local(name));
  });
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
}

/** The attribute, whatever prefix its name has in this file. */
export function attribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
