import { Module, type DynamicModule } from '@nestjs/common';
import type { EvidenceSettings } from '../evidence-settings.js';
import { ClamdScanner } from './clamd-scanner.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { FolderStore } from './folder.store.js';
import { NoScanner, SCANNER, type Scanner } from './scanner.js';
import { Uploads } from './uploads.js';

/** Files that people send: received, checked and kept by their content. Who they belong to is told elsewhere. */
@Module({})
export class FilesModule {
  static for(evidence: EvidenceSettings): DynamicModule {
    return {
      module: FilesModule,
      providers: [
        { provide: FILE_STORE, useFactory: () => storeFor(evidence.store) },
        { provide: SCANNER, useFactory: () => scannerFor(evidence.clamdUrl) },
        {
          provide: Uploads,
          useFactory: (store: FileStore, scanner: Scanner) => new Uploads(store, scanner, evidence),
          inject: [FILE_STORE, SCANNER],
        },
      ],
      exports: [FILE_STORE, Uploads],
    };
  }
}

export async function storeFor(settings: EvidenceSettings['store']): Promise<FileStore> {
  if (settings.kind === 'folder') return new FolderStore(settings.folder);
  // The client is large: who keeps files in a folder need not wait for it at every start.
  const { S3Store } = await import('./s3.store.js');
  return new S3Store(settings);
}

function scannerFor(url: string | null): Scanner {
  return url === null ? new NoScanner() : new ClamdScanner(url);
}
