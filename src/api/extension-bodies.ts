import { IsUUID, Matches } from 'class-validator';
import { IsLocalMoment, reasonLength } from './change-bodies.js';
import { CyclePath } from './paths.js';
import { IsSaid, IsText } from './text.js';

export class ExtensionRequestPath extends CyclePath {
  @IsUUID()
  readonly request!: string;
}

export class GrantPreviewBody {
  /** As the unit wishes, or earlier. */
  @IsLocalMoment()
  readonly closes!: string;
}

export class GrantBody {
  @IsLocalMoment()
  readonly closes!: string;

  /** What the preview gave. */
  @Matches(/^[0-9a-f]{64}$/)
  readonly shown!: string;

  @IsText(reasonLength)
  readonly note: string = '';
}

export class RefusalBody {
  @IsSaid(reasonLength)
  readonly reason!: string;
}
