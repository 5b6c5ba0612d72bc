import { IsUUID } from 'class-validator';
import { IsLocalMoment, reasonLength } from './change-bodies.js';
import { CyclePath } from './paths.js';
import { IsFingerprint, IsSaid, IsText } from './text.js';

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
  @IsFingerprint()
  readonly shown!: string;

  @IsText(reasonLength)
  readonly note: string = '';
}

export class RefusalBody {
  @IsSaid(reasonLength)
  readonly reason!: string;
}
