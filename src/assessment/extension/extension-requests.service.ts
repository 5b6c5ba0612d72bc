import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CycleService, type OpenCycle } from '../../cycle/cycle.service.js';
import { actorOf } from '../../domain/assessment/actor.js';
import type { LocalMoment } from '../../domain/calendar.js';
import type { Clock } from '../../domain/clock.js';
import { Draft, type Basis } from '../../domain/draft.js';
import {
  authoriseAsking,
  authoriseDeciding,
  mayOpenLetter,
  mayRead,
} from '../../domain/extension/access.js';
import {
  askExtension,
  extensionOf,
  grantRequest,
  refuseGrant,
  refuseRequest,
  withdrawRequest,
  type Asked,
} from '../../domain/extension/request-rules.js';
import {
  stillAsks,
  type ExtensionRequest,
  type LetterFile,
} from '../../domain/extension/request.js';
import { reviewTimes, type ReviewTime } from '../../domain/extension/review-time.js';
import { Refusal } from '../../domain/refusal.js';
import { CLOCK } from '../../platform/clock.js';
import { FILE_STORE, type FileStore } from '../../platform/files/file-store.js';
import type { ReceivedFile } from '../../platform/files/receive-file.js';
import { Uploads } from '../../platform/files/uploads.js';
import { ChangeService } from '../changes/change.service.js';
import type { ShownChange } from '../changes/shown-change.js';
import type { Consequences, Order } from '../changes/consequences.js';
import { attachmentOf } from '../evidence.service.js';
import { ReadingService, type Participant } from '../reading.service.js';
import { ExtensionRequestStore } from './extension-request.store.js';

/** What a coordinator is shown before deciding. */
export interface ShownGrant extends ShownChange {
  readonly assessors: readonly ReviewTime[];
}

/** As a reader finds it. */
export interface SeenRequest extends ExtensionRequest {
  /** Whether a decision would still change anything. */
  readonly asks: boolean;
}

export interface Grant {
  readonly granted: LocalMoment;
  /** What the preview gave. */
  readonly shown: string;
  readonly note: string;
}

interface Which {
  readonly code: string;
  readonly email: string;
  readonly id: string;
}

/** What became of the request, and whatever else there is to tell. */
type Decide<T> = (
  open: OpenCycle,
  request: ExtensionRequest,
) => Promise<readonly [ExtensionRequest, T]>;

/** Dispensasi: a unit asks, with a reason and a letter; a coordinator who is not of that unit decides. */
@Injectable()
export class ExtensionRequests {
  constructor(
    private readonly cycles: CycleService,
    private readonly reading: ReadingService,
    private readonly changes: ChangeService,
    private readonly requests: ExtensionRequestStore,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that the reader may see, the newest first. @throws Refusal not_found; UnknownCycle */
  async all(code: string, email: string): Promise<SeenRequest[]> {
    return this.seenBy(await this.reading.participant(code, email));
  }

  /** The same for who was read already. */
  async seenBy({ facts, actor }: Participant): Promise<SeenRequest[]> {
    const all = await this.requests.all(facts.cycle.code);
    return all
      .filter((request) => mayRead(actor, request))
      .map((request) => ({ ...request, asks: stillAsks(request, facts) }));
  }

  /** Nobody has to send a letter that will not be taken. @throws Refusal not_found, not_allowed */
  async refuseStranger(code: string, email: string, unit: string): Promise<void> {
    const { actor } = await this.reading.participant(code, email);
    authoriseAsking(actor, { unit });
  }

  /** @returns its id. @throws Refusal, in which case nothing has changed */
  async ask(
    code: string,
    email: string,
    asked: Omit<Asked, 'id' | 'file'>,
    letter: ReceivedFile,
  ): Promise<string> {
    const id = randomUUID();
    try {
      // First the file, then the row: a file that no row refers to is swept, a row without a file is lost.
      await this.uploads.keep(letter);
      const file = attachmentOf(letter);
      await this.cycles.change(code, email.toLowerCase(), async ({ tx, draft }) => {
        authoriseAsking(actorOf(draft.facts.people, email), asked);
        const known = await this.requests.all(code, tx);
        const given = { ...asked, id, file };
        await this.requests.save(tx, code, askExtension(draft, given, known, email.toLowerCase()));
      });
      return id;
    } finally {
      await this.uploads.discard(letter);
    }
  }

  async withdraw(code: string, email: string, id: string): Promise<void> {
    await this.change({ code, email, id }, ({ draft }, request) => {
      authoriseAsking(actorOf(draft.facts.people, email), request);
      return Promise.resolve([withdrawRequest(draft, request), null]);
    });
  }

  /** The unit is told why. */
  async refuse(code: string, email: string, id: string, note: string): Promise<void> {
    await this.change({ code, email, id }, ({ draft }, request) => {
      authoriseDeciding(actorOf(draft.facts.people, email), request);
      const refused = refuseRequest(draft, request, { who: email.toLowerCase(), note });
      return Promise.resolve([refused, null]);
    });
  }

  /**
   * What would come of it, for the units' mails and for their assessors. Changes nothing.
   * @throws Refusal not_shorter, and whatever an extension is refused with
   */
  async preview(
    code: string,
    email: string,
    id: string,
    granted: LocalMoment,
  ): Promise<ShownGrant> {
    const { facts, actor } = await this.reading.participant(code, email);
    const request = await this.requests.one(code, id);
    authoriseDeciding(actor, request);
    const now = this.clock.now();
    refuseGrant(new Draft(facts, now, email), request, granted);
    const change = await this.changes.preview(code, email, orderFor(request, granted));
    return { ...change, assessors: reviewTimes(facts, request, granted, now) };
  }

  /** The extension of rule 16 and the decision, both or neither. @throws Refusal as `preview`; changed_meanwhile */
  async grant(
    code: string,
    email: string,
    id: string,
    { granted, shown, note }: Grant,
  ): Promise<Consequences> {
    // What was asked for never changes, so that it can be read before the lock.
    const order = orderFor(await this.requests.one(code, id), granted);
    const decide: Decide<Consequences> = async (open, request) => {
      const { draft } = open;
      authoriseDeciding(actorOf(draft.facts.people, email), request);
      refuseGrant(draft, request, granted);
      const consequences = await this.changes.takeIn(open, email, order, shown);
      const ruling = { who: email.toLowerCase(), note };
      return [grantRequest(draft, request, granted, ruling), consequences];
    };
    return this.change({ code, email, id }, decide, order.basis);
  }

  /** @throws Refusal not_found for all but the unit's admins and the coordinators */
  async open(
    code: string,
    email: string,
    id: string,
  ): Promise<{ readonly file: LetterFile; readonly content: Readable }> {
    const { actor } = await this.reading.participant(code, email);
    const request = await this.requests.one(code, id);
    if (!mayOpenLetter(actor, request)) throw new Refusal('not_found', { request: id });
    return { file: request.file, content: await this.files.open(request.file.sha256) };
  }

  private async change<T>(
    { code, email, id }: Which,
    decide: Decide<T>,
    basis?: Basis,
  ): Promise<T> {
    const work = async (open: OpenCycle): Promise<T> => {
      const request = await this.requests.one(code, id, open.tx);
      const [decided, told] = await decide(open, request);
      await this.requests.save(open.tx, code, [decided]);
      return told;
    };
    return this.cycles.change(code, email.toLowerCase(), work, basis);
  }
}

function orderFor(request: ExtensionRequest, granted: LocalMoment): Order {
  const { reason, letter } = request;
  return { commands: [extensionOf(request, granted)], basis: { reason, letter } };
}
