import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt } from 'class-validator';
import { IsText } from '../../api/text.js';
import { CommentForm } from '../unit/forms.js';

const code = 100;

/** Ticked boxes: one of them comes as a text, several as a list, none not at all. */
export class AgreeForm {
  @Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).map(Number),
  )
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  readonly indicator: number[] = [];
}

/** About an answer, from the page of its review; what comes from elsewhere names none. */
export class MessageForm extends CommentForm {
  @IsText(code)
  readonly phase: string = '';

  @IsText(code)
  readonly unit: string = '';
}
