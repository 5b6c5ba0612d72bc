import { Injectable } from '@nestjs/common';
import { chooseLokus } from '../domain/assessment/commands/choose-lokus.js';
import { chooseUnits } from '../domain/commands/choose-units.js';
import { DeskService } from './desk.service.js';

/** What a coordinator arranges. */
@Injectable()
export class CoordinationService {
  constructor(private readonly desks: DeskService) {}

  /** @throws Refusal unknown_unit, not_allowed */
  async chooseLokus(code: string, email: string, units: readonly string[]): Promise<void> {
    await this.desks.coordinate(code, email, (desk) => chooseLokus(desk, units));
  }

  /** Which units a phase is for, such as those that are visited; null: all of them. */
  async chooseUnits(
    code: string,
    email: string,
    phase: string,
    units: readonly string[] | null,
  ): Promise<void> {
    await this.desks.coordinate(code, email, ({ draft }) => chooseUnits(draft, phase, units));
  }
}
