import {
  Controller,
  Get,
  Inject,
  NotFoundException,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { OidcService, type OidcTrip } from '../../people/sign-in/oidc.service.js';
import { cookieIn, sessionCookieOptions } from '../../people/sign-in/session-cookie.js';
import { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import { localPath } from '../../platform/local-path.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { VisitorGuard } from './session.guard.js';
import { Threshold } from './threshold.js';

const tenMinutes = 10 * 60 * 1000;

/** Signing in with another service, where one is set. */
@Controller('masuk/oidc')
@UseGuards(VisitorGuard)
export class OidcController {
  private readonly callback: string;
  private readonly cookie: string;
  private readonly options: CookieOptions;

  constructor(
    private readonly oidc: OidcService,
    private readonly signIn: SignInService,
    private readonly threshold: Threshold,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.callback = `${webAddress(settings)}/masuk/oidc/kembali`;
    // Only the browser that was sent away can come back: nobody signs somebody else in as themselves.
    this.cookie = settings.production ? '__Host-siklus-oidc' : 'siklus-oidc';
    this.options = { ...sessionCookieOptions(settings.production), maxAge: tenMinutes };
  }

  @Get()
  async leave(@Query('next') next: unknown, @Res() response: Response): Promise<void> {
    if (this.oidc.name === null) throw new NotFoundException();
    const path = localPath(next);
    try {
      const { url, trip } = await this.oidc.begin(this.callback);
      response.cookie(this.cookie, packed({ ...trip, next: path }), this.options);
      response.redirect(303, url);
    } catch (error) {
      back(error, response, path);
    }
  }

  @Get('kembali')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.oidc.name === null) throw new NotFoundException();
    const trip = unpacked(cookieIn(request.headers.cookie, this.cookie));
    response.clearCookie(this.cookie, this.options);
    const path = localPath(trip?.next);
    try {
      if (!trip) throw new SignInRefused('provider_failed');
      const email = await this.oidc.emailOf(this.cameTo(request), trip);
      const token = await this.signIn.as(email, 'oidc', this.threshold.knockOf(request));
      this.threshold.letIn(response, token, path);
    } catch (error) {
      back(error, response, path);
    }
  }

  /** By our own address, not by the one that the request claims. */
  private cameTo({ originalUrl }: Request): URL {
    const came = new URL(this.callback);
    came.search = new URL(originalUrl, this.callback).search;
    return came;
  }
}

function back(error: unknown, response: Response, path: string): void {
  if (!(error instanceof SignInRefused)) throw error;
  response.redirect(303, `/masuk?galat=${error.code}&next=${encodeURIComponent(path)}`);
}

type Packed = OidcTrip & { readonly next: string };

function packed(trip: Packed): string {
  return Buffer.from(JSON.stringify(trip)).toString('base64url');
}

/** Null for whatever we have not packed ourselves. */
function unpacked(text: string | null): Packed | null {
  try {
    const trip = JSON.parse(
      Buffer.from(text ?? '', 'base64url').toString(),
    ) as Partial<Packed> | null;
    const { verifier, state, nonce, next } = trip ?? {};
    const all = [verifier, state, nonce, next];
    return all.every((each) => typeof each === 'string') ? (trip as Packed) : null;
  } catch {
    return null;
  }
}
