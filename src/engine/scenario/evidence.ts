import { Readable } from 'node:stream';
import { attachmentOf } from '../../assessment/evidence.service.js';
import type { Attachment } from '../../domain/assessment/evidence.js';
import type { Uploads } from '../../platform/files/uploads.js';

const smallest = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** A small file in the store, taken in like any other: what a scenario's evidence is when its events name none. */
export async function smallEvidence(uploads: Uploads): Promise<Attachment> {
  const file = await uploads.receive(Readable.from([Buffer.from(smallest)]), 'Bukti dukung.pdf');
  await uploads.keep(file);
  return attachmentOf(file);
}
