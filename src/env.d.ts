/// <reference path="../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    requestId: string;
    /** The peer, or what the proxy in front says; for limits only, never logged. */
    clientAddress: string;
    /** The form that was sent, taken apart by the front server: see `handOver` in `middleware.ts`. */
    form?: FormData;
    now: Date;
    site: import('./server/site-facts.ts').SiteFacts;
    /** Where to sign in and come back to the address that was asked for, also when another page answers in its place. */
    wayIn: string;
    viewer: import('#domain/people/viewer.ts').Viewer;
    /** What the token of a program may do; undefined for people, and for programs without one. */
    scopes?: readonly import('#domain/programs/token-rules.ts').Scope[];
    /** Whether a form was sent and refused: the title says so first, for those who hear it. */
    isRefused?: boolean;
    /** What a guard said, for the page that shows it. */
    refusal?: { status: number; sentence: string };
    read: import('#db/database.ts').Reader;
  }
}
